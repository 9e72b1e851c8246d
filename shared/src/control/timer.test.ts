import { expect, test } from "vitest";
import * as Y from "yjs";
import { phaseIds } from "../phases/index.ts";
import { decide } from "./commands.ts";
import { openControl, type Control } from "./control.ts";
import { readControl } from "./projection.ts";
import { meetingRequest } from "./requests.ts";
import { seedControl } from "./commands.ts";
import { lateSince, timerLeftMs, timerUsed } from "./timer.ts";

const minute = 60_000;
const start = 1_000 * minute;

function meeting(): Control {
  const control = openControl(new Y.Doc());
  const seed = { title: "", language: "en", schemaVersion: 1, agenda: phaseIds } as const;
  seedControl(control, seed, 0);
  return control;
}

const lead = { participant: undefined, role: "facilitator" } as const;

/** Asks at so many minutes after the start; answers the code of a refusal. */
const ask = (control: Control, atMinutes: number, request: object) => {
  const at = start + atMinutes * minute;
  const result = decide(control, meetingRequest.parse(request), lead, at);
  return result.ok ? "done" : result.refusal.code;
};

const timerOf = (control: Control) => readControl(control).timer;

/** What is left so many minutes after the start, in minutes; undefined without a timer. */
function leftAt(control: Control, atMinutes: number): number | undefined {
  const timer = timerOf(control);
  return timer && timerLeftMs(timer, start + atMinutes * minute) / minute;
}

test("[T1] a timer ends by the server's clock, counts on over, and is stopped", () => {
  const control = meeting();
  expect(ask(control, 0, { type: "startTimer", minutes: 10 })).toBe("done");
  expect([leftAt(control, 0), leftAt(control, 7.5), leftAt(control, 12)]).toEqual([10, 2.5, -2]);
  expect(ask(control, 12, { type: "stopTimer" })).toBe("done");
  expect(timerOf(control)).toBeUndefined();
});

test("[T2] a paused timer stands still, and goes on with what was left", () => {
  const control = meeting();
  ask(control, 0, { type: "startTimer", minutes: 10 });
  ask(control, 4, { type: "pauseTimer" });
  expect([leftAt(control, 4), leftAt(control, 400)]).toEqual([6, 6]);
  ask(control, 100, { type: "startTimer" });
  expect([leftAt(control, 100), leftAt(control, 106)]).toEqual([6, 0]);
});

test("[T3] two who pause at once pause once, and two who lengthen it at once lengthen it twice", () => {
  const control = meeting();
  ask(control, 0, { type: "startTimer", minutes: 10 });
  ask(control, 1, { type: "extendTimer" });
  ask(control, 1, { type: "extendTimer" });
  expect(leftAt(control, 1)).toBe(11);
  ask(control, 2, { type: "pauseTimer" });
  const vector = Y.encodeStateVector(control.doc);
  ask(control, 3, { type: "pauseTimer" });
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
  expect(leftAt(control, 3)).toBe(10);
  ask(control, 4, { type: "extendTimer" });
  expect(leftAt(control, 5)).toBe(11);
});

test("[T4] a request against a deadline that has moved changes nothing and is no refusal", () => {
  const control = meeting();
  expect(ask(control, 0, { type: "startTimer", minutes: 10, from: null })).toBe("done");
  expect(ask(control, 0, { type: "startTimer", minutes: 5, from: null })).toBe("done");
  expect(leftAt(control, 0)).toBe(10);
  const from = timerOf(control)?.endsAt;
  ask(control, 1, { type: "extendTimer", from });
  for (const type of ["extendTimer", "pauseTimer", "stopTimer", "startTimer"])
    expect(ask(control, 2, { type, from })).toBe("done");
  expect(leftAt(control, 2)).toBe(9);
  expect(timerOf(control)?.pausedAt).toBeUndefined();
  expect(ask(control, 2, { type: "stopTimer", from: "check-in" })).toBe("done");
  expect(ask(control, 2, { type: "stopTimer", from: "prepare" })).toBe("done");
  expect(timerOf(control)).toBeUndefined();
});

test("[T5] a minute after the end is a whole minute, and it is known since when we are late", () => {
  const control = meeting();
  ask(control, 0, { type: "startTimer", minutes: 10 });
  const lateAt = (minutes: number) => {
    const timer = timerOf(control);
    const since = timer && lateSince(timer, start + minutes * minute);
    return since && (since - start) / minute;
  };
  expect([lateAt(10), lateAt(12)]).toEqual([undefined, 10]);
  ask(control, 13, { type: "extendTimer" });
  ask(control, 13, { type: "extendTimer" });
  expect([leftAt(control, 13), lateAt(13), lateAt(20)]).toEqual([2, 10, 10]);
  ask(control, 20, { type: "extendTimer" });
  expect([leftAt(control, 20), lateAt(20)]).toEqual([1, 10]);
  ask(control, 20, { type: "startTimer", minutes: 1 });
  expect(lateAt(20)).toBeUndefined();
});

test("without minutes a timer takes what its phase suggests for an hour, else five minutes", () => {
  const control = meeting();
  ask(control, 0, { type: "startTimer" });
  expect(leftAt(control, 0)).toBe(5);
  ask(control, 0, { type: "stopTimer" });
  ask(control, 0, { type: "goTo", phase: "timeline" });
  ask(control, 0, { type: "startTimer" });
  expect(leftAt(control, 0)).toBe(28);
});

test("what is used of a timer lies between nothing and all of it", () => {
  const control = meeting();
  ask(control, 0, { type: "startTimer", minutes: 10 });
  const used = (minutes: number) => {
    const timer = timerOf(control);
    return timer && timerUsed(timer, start + minutes * minute);
  };
  expect([used(-1), used(0), used(2.5), used(10), used(11)]).toEqual([0, 0, 0.25, 1, 1]);
});

test("where no timer runs there is none to pause or lengthen, and stopping it is no news", () => {
  const control = meeting();
  expect(ask(control, 0, { type: "pauseTimer" })).toBe("no-timer");
  expect(ask(control, 0, { type: "extendTimer" })).toBe("no-timer");
  expect(ask(control, 0, { type: "stopTimer" })).toBe("done");
});

test("sealing ends the timer", () => {
  const control = meeting();
  ask(control, 0, { type: "startTimer", minutes: 10 });
  ask(control, 1, { type: "seal" });
  expect(timerOf(control)).toBeUndefined();
  expect(ask(control, 1, { type: "startTimer", minutes: 10 })).toBe("sealed");
});

test.for([0, -1, 481, "10", null])("%j minutes are refused", (minutes) => {
  expect(meetingRequest.safeParse({ type: "startTimer", minutes }).success).toBe(false);
});

test.for([7, { lengthMs: 1 }, { lengthMs: 1, endsAt: 9e15 }])(
  "a timer that cannot be read is none: %j",
  (stored) => {
    const control = meeting();
    control.meeting.set("timer", stored);
    expect(timerOf(control)).toBeUndefined();
  },
);
