// Asking to be let write.
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { invariant } from "../result.ts";
import { decide, seedControl } from "./commands.ts";
import { admit, seeOff, welcomeBack } from "./people.ts";
import { openControl } from "./control.ts";
import { createControlView, readControl } from "./projection.ts";
import { meetingRequest } from "./requests.ts";

const idOf = (text: string): ParticipantId => {
  const id = readParticipantId(text);
  invariant(id, "the test writes ids");
  return id;
};
const [ada, ida] = [idOf("ada"), idOf("ida")];

function scene() {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "Ours", language: "en", schemaVersion: 1, agenda: phaseIds }, 10);
  admit(control, { id: ada, name: "Ada", role: "facilitator" }, 20);
  admit(control, { id: ida, name: "Ida", role: "observer" }, 30);
  const ask = (by: ParticipantId, request: object, at = 100) => {
    const role = readControl(control).roster[by]?.role ?? "observer";
    const asker = { participant: by, role };
    const result = decide(control, meetingRequest.parse(request), asker, at, { askAgainMs: 1_000 });
    return result.ok ? "done" : result.refusal.code;
  };
  return { control, ask, asks: () => readControl(control).asks };
}

test("[WA1] an observer asks once, however often; who is let write has asked for nothing any more", () => {
  const { control, ask, asks } = scene();
  const view = createControlView(control);
  const seen: number[] = [];
  view.subscribe(() => seen.push(Object.keys(view.getState().asks).length));
  expect(ask(ida, { type: "askToWrite" })).toBe("done");
  expect(ask(ida, { type: "askToWrite" }, 200)).toBe("done");
  expect(asks()).toEqual({ ida: { at: 100, declinedAt: null } });
  expect(ask(ada, { type: "setRole", participant: "ida", role: "participant" })).toBe("done");
  expect(asks()).toEqual({});
  expect(ask(ida, { type: "askToWrite" })).toBe("done");
  expect(asks()).toEqual({});
  expect([seen[0], seen.at(-1)]).toEqual([1, 0]);
});

test("[WA2] after “not now” one may ask again, a while later", () => {
  const { ask, asks } = scene();
  ask(ida, { type: "askToWrite" });
  expect(ask(ida, { type: "declineAsk", participant: "ida" })).toBe("role-too-low");
  expect(ask(ada, { type: "declineAsk", participant: "ida" }, 500)).toBe("done");
  expect(asks()).toEqual({ ida: { at: 100, declinedAt: 500 } });
  expect(ask(ida, { type: "askToWrite" }, 1_499)).toBe("asked-just-now");
  expect(ask(ida, { type: "withdrawAsk" }, 1_499)).toBe("done");
  expect(ask(ida, { type: "askToWrite" }, 1_499)).toBe("asked-just-now");
  expect(ask(ida, { type: "askToWrite" }, 1_500)).toBe("done");
  expect(asks()).toEqual({ ida: { at: 1_500, declinedAt: null } });
});

test("[WA3] whoever takes it back, leaves, is removed or comes by a better link, asks for nothing", () => {
  const { control, ask, asks } = scene();
  ask(ida, { type: "askToWrite" });
  ask(ida, { type: "withdrawAsk" });
  expect(asks()).toEqual({});
  ask(ida, { type: "askToWrite" });
  seeOff(control, ida);
  expect(asks()).toEqual({});
  ask(ida, { type: "askToWrite" });
  welcomeBack(control, ida, { role: "participant" }, 70);
  expect(asks()).toEqual({});
  ask(ada, { type: "setRole", participant: "ida", role: "observer" });
  ask(ida, { type: "askToWrite" });
  ask(ada, { type: "remove", participant: "ida" });
  expect(asks()).toEqual({});
});

test("[WA4] what cannot be read as an ask is none", () => {
  const { control, asks } = scene();
  control.asks.set("ida", "please");
  control.asks.set("__proto__", { at: 1 });
  control.asks.set("ada", { at: 5, declinedAt: "never" });
  expect(asks()).toEqual({ ada: { at: 5, declinedAt: null } });
});
