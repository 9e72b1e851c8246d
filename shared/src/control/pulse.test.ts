// The pulse: asked with its phase, closed with it, shown once and only where enough have answered.
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { openPrivate } from "../private/private.ts";
import { answerPulse, readPulseAnswer, type PulsePosition } from "../private/pulse.ts";
import { invariant } from "../result.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl } from "./control.ts";
import { admit } from "./people.ts";
import { readControl } from "./projection.ts";
import { publishPulse } from "./pulse.ts";
import { meetingRequest } from "./requests.ts";

function scene() {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "Ours", language: "en", schemaVersion: 1, agenda: phaseIds }, 10);
  const ada = readParticipantId("ada");
  invariant(ada, "the test writes ids");
  admit(control, { id: ada, name: "Ada", role: "facilitator" }, 20);
  const ask = (request: object) => {
    const asker = { participant: ada, role: "facilitator" } as const;
    const result = decide(control, meetingRequest.parse(request), asker, 100);
    return result.ok ? "done" : result.refusal.code;
  };
  const pulse = () => readControl(control).pulses["check-in"];
  return { control, ask, pulse };
}

const four: readonly PulsePosition[] = ["light", "heavy", "light", "very-heavy"];

test("[RP1] it opens when the meeting comes to its phase, and closes when the meeting leaves it, either way", () => {
  for (const way of ["advance", "back"]) {
    const { ask, pulse } = scene();
    expect(pulse()).toBeUndefined();
    ask({ type: "advance" });
    expect(pulse()).toEqual({ state: "open" });
    ask({ type: way });
    expect(pulse()).toEqual({ state: "closed" });
  }
});

test("[RP1] whoever leads opens and closes it by hand, too; the seal closes it", () => {
  const { ask, pulse } = scene();
  expect(ask({ type: "openPulse" })).toBe("no-pulse");
  expect(ask({ type: "openPulse", phase: "check-in" })).toBe("done");
  expect(ask({ type: "openPulse", phase: "check-in" })).toBe("done");
  expect(pulse()).toEqual({ state: "open" });
  expect(ask({ type: "closePulse", phase: "check-in" })).toBe("done");
  expect(ask({ type: "closePulse", phase: "check-in" })).toBe("done");
  expect(pulse()).toEqual({ state: "closed" });
  const sealed = scene();
  sealed.ask({ type: "advance" });
  sealed.ask({ type: "seal" });
  expect(sealed.pulse()).toEqual({ state: "closed" });
});

test("[RP2] from four answers on it says how many chose which, and never who; it is shown once", () => {
  const { control, ask, pulse } = scene();
  ask({ type: "advance" });
  publishPulse(control, "check-in", four); // still open: nothing is shown
  expect(pulse()).toEqual({ state: "open" });
  ask({ type: "closePulse" });
  publishPulse(control, "check-in", four);
  const shown = { state: "shown", counts: [1, 1, 0, 2, 0] };
  expect(pulse()).toEqual(shown);
  publishPulse(control, "check-in", [...four, "light"]);
  expect(ask({ type: "openPulse" })).toBe("pulse-shown");
  ask({ type: "back" });
  ask({ type: "advance" });
  ask({ type: "closePulse" });
  expect(pulse()).toEqual(shown);
});

test("[RP3] with fewer than four it says nothing but that, not even how many; it can be asked again", () => {
  const { control, ask, pulse } = scene();
  ask({ type: "advance" });
  ask({ type: "closePulse" });
  publishPulse(control, "check-in", four.slice(1));
  expect(pulse()).toEqual({ state: "too-few" });
  ask({ type: "openPulse" });
  expect(pulse()).toEqual({ state: "open" });
});

test("[RP4] a pulse that cannot be read has not been asked", () => {
  const { control, pulse } = scene();
  const negative = { state: "shown", counts: [1, 1, 1, 1, -1] };
  for (const broken of [
    1,
    "open",
    {},
    { state: "shown" },
    { state: "shown", counts: [1, 2] },
    negative,
  ]) {
    control.pulses.set("check-in", broken);
    expect(pulse()).toBeUndefined();
  }
});

test("[RP4] an answer that cannot be read is none; the last one stands", () => {
  const own = openPrivate(new Y.Doc());
  own.pulse.set("check-in", "middling");
  expect(readPulseAnswer(own, "check-in")).toBeUndefined();
  answerPulse(own, "check-in", "heavy");
  answerPulse(own, "check-in", "light");
  expect(readPulseAnswer(own, "check-in")).toBe("light");
  expect(readPulseAnswer(own, "check-out")).toBeUndefined();
});
