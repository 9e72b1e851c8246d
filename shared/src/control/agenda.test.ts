import { expect, test } from "vitest";
import * as Y from "yjs";
import { phaseIds, type PhaseId } from "../phases/index.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl, type Control } from "./control.ts";
import { neighbourPhase } from "./neighbour-phase.ts";
import { suggestedMinutes } from "./plan.ts";
import { readControl } from "./projection.ts";
import { meetingRequest } from "./requests.ts";
import { dividedRest, isEndNear, minutesOfShares, standing } from "./standing.ts";

const minute = 60_000;
const start = 1_000 * minute;

function meeting(): Control {
  const control = openControl(new Y.Doc());
  const seed = { title: "", language: "en", schemaVersion: 1, agenda: phaseIds } as const;
  seedControl(control, seed, 0);
  return control;
}

/** Asks at so many minutes after the start; answers the code of a refusal. */
const ask = (control: Control, atMinutes: number, request: object) => {
  const lead = { participant: undefined, role: "facilitator" } as const;
  const result = decide(control, meetingRequest.parse(request), lead, start + atMinutes * minute);
  return result.ok ? "done" : result.refusal.code;
};

const advance = (control: Control, ...moments: readonly number[]) =>
  moments.map((at) => ask(control, at, { type: "advance" }));

const planOf = (control: Control) => readControl(control).plan;

/** By how many minutes the meeting would end too late. */
function lateAt(control: Control, atMinutes: number): number | undefined {
  const now = standing(readControl(control), start + atMinutes * minute);
  return now && now.lateMs / minute;
}

const endOf = (control: Control) => {
  const { run } = planOf(control);
  return run && (run.endsAt - start) / minute;
};

test("[MN1] a meeting takes an hour until somebody says otherwise; a length gives every phase its minutes", () => {
  const control = meeting();
  const all = (length: 30 | 60 | 90) =>
    Object.fromEntries(phaseIds.map((id) => [id, suggestedMinutes(id, length)]));
  expect(planOf(control).minutes).toEqual(all(60));
  ask(control, 0, { type: "setAgenda", length: 90 });
  expect(planOf(control).minutes).toEqual(all(90));
  ask(control, 0, { type: "setAgenda", length: 30, minutes: { lessons: 9 } });
  expect(planOf(control).minutes).toEqual({ ...all(30), lessons: 9 });
});

test.for([
  ["minutes", "many"],
  ["minutes", { lessons: 0, timeline: 9_999, "check-in": "3", actions: 2.5 }],
  ["skipped", "summary"],
  ["skipped", ["prepare", "check-out", "party"]],
  ["offerMinutes", -3],
  ["run", { startedAt: 1, endsAt: Infinity, since: 1, spentMs: {} }],
  ["rest", { kind: "by-day", due: "soon", parts: [], by: "ada", at: 1 }],
  ["rest", { kind: "some-day" }],
] as const)("[MN1] what cannot be read takes its default: %j", ([key, stored]) => {
  const control = meeting();
  const usual = planOf(control);
  control.plan.set(key, stored);
  expect(planOf(control)).toEqual(usual);
});

test("[MN2] a phase that is left out is passed over both ways, keeps its place, and is back once the meeting goes there", () => {
  const control = meeting();
  ask(control, 0, { type: "setAgenda", skipped: ["summary", "check-in"] });
  expect(neighbourPhase(readControl(control), 1)).toBe("timeline");
  advance(control, 0, 10);
  expect(readControl(control).phase).toBe("lessons");
  expect(readControl(control).agenda).toEqual(phaseIds);
  ask(control, 11, { type: "back" });
  expect(readControl(control).phase).toBe("timeline");
  ask(control, 12, { type: "goTo", phase: "summary" });
  expect(planOf(control).skipped).toEqual(["check-in"]);
});

test("[MN2] the phase the meeting is at cannot be left out, nor can Prepare and check-out", () => {
  const control = meeting();
  advance(control, 0);
  expect(ask(control, 1, { type: "setAgenda", skipped: ["check-in"] })).toBe("meeting-is-there");
  for (const phase of ["prepare", "check-out"])
    expect(meetingRequest.safeParse({ type: "setAgenda", skipped: [phase] }).success).toBe(false);
});

test("[MN3] the meeting begins when it first leaves Prepare, and is to end when its phases have had their minutes", () => {
  const control = meeting();
  expect(lateAt(control, 0)).toBeUndefined();
  ask(control, 0, { type: "setAgenda", skipped: ["summary"] });
  advance(control, 0);
  expect([endOf(control), lateAt(control, 0)]).toEqual([55, 0]);
  ask(control, 2, { type: "back" });
  advance(control, 4);
  expect(endOf(control)).toBe(55);
});

test("[MN4] time that a phase takes beyond its minutes makes the meeting late, going on early makes it early", () => {
  const control = meeting();
  advance(control, 0); // check-in: 5
  expect([3, 5, 8].map((at) => lateAt(control, at))).toEqual([0, 0, 3]);
  advance(control, 8);
  expect([8, 30].map((at) => lateAt(control, at))).toEqual([3, 3]);
  advance(control, 28); // 20 of the timeline's 28
  expect(lateAt(control, 28)).toBe(-5);
});

test("[MN4] going back to a phase takes what was left of it, not all of it again", () => {
  const control = meeting();
  advance(control, 0, 5, 33, 38); // lessons, in time
  ask(control, 40, { type: "goTo", phase: "timeline" }); // had its 28
  expect(lateAt(control, 42)).toBe(2);
  ask(control, 42, { type: "goTo", phase: "lessons" });
  expect(lateAt(control, 42)).toBe(2);
});

test("[MN5] leaving a phase out makes up for time, a length moves the end, minutes do so if they are told to", () => {
  const control = meeting();
  advance(control, 0, 10); // 5 late
  expect([endOf(control), lateAt(control, 10)]).toEqual([60, 5]);
  ask(control, 10, { type: "setAgenda", skipped: ["summary"] });
  expect([endOf(control), lateAt(control, 10)]).toEqual([60, 0]);
  ask(control, 10, { type: "setAgenda", minutes: { actions: 12 } });
  expect([endOf(control), lateAt(control, 10)]).toEqual([60, 4]);
  ask(control, 10, { type: "setAgenda", moveEnd: true });
  expect([endOf(control), lateAt(control, 10)]).toEqual([64, 0]);
  ask(control, 10, { type: "setAgenda", length: 90, skipped: [] });
  expect([endOf(control), lateAt(control, 10)]).toEqual([90, 3]);
});

test("[MN6] the end is offered from ten minutes before it on, or when the agenda says, and not in check-out", () => {
  const control = meeting();
  advance(control, 0, 5);
  const isNear = (at: number) => isEndNear(readControl(control), start + at * minute);
  expect([49, 50, 61].map(isNear)).toEqual([false, true, true]);
  ask(control, 6, { type: "setAgenda", offerMinutes: 20 });
  expect([39, 40].map(isNear)).toEqual([false, true]);
  ask(control, 45, { type: "goTo", phase: "check-out" });
  expect(isNear(50)).toBe(false);
});

test("[MN7] the rest is divided by what each phase would still take, two minutes stay for check-out", () => {
  const control = meeting();
  advance(control, 0, 5, 33, 48); // lessons 10 late
  const state = readControl(control);
  const at = start + 50 * minute;
  const shares = dividedRest(state, at);
  expect(shares).toEqual([
    { phase: "lessons", minutes: 4 },
    { phase: "actions", minutes: 4 },
    { phase: "check-out", minutes: 2 },
  ]);
  ask(control, 50, { type: "setAgenda", minutes: minutesOfShares(state, shares ?? [], at) });
  expect(lateAt(control, 50)).toBe(0);
});

test("[MN7] where there is not a minute for each, nothing is divided", () => {
  const control = meeting();
  advance(control, 0, 5, 33, 48);
  const divided = (at: number) => dividedRest(readControl(control), start + at * minute);
  expect(divided(56)?.map(({ minutes }) => minutes)).toEqual([1, 1, 2]);
  expect(divided(56.6)).toBeUndefined();
  expect(divided(70)).toBeUndefined();
  ask(control, 50, { type: "goTo", phase: "check-out" });
  expect(divided(51)).toBeUndefined();
});

test("[MN8] what stays open is known by phase, day and name; the same once more is no news; it can be taken back", () => {
  const control = meeting();
  advance(control, 0, 5, 33, 38);
  const parts = [
    { phase: "actions", owner: " Lena " },
    { phase: "lessons" },
    { phase: "actions", owner: "Tom" },
  ];
  const later = { type: "finishLater", due: "2026-11-26", parts };
  expect(ask(control, 55, later)).toBe("done");
  const { rest } = planOf(control);
  expect(rest).toMatchObject({
    kind: "by-day",
    due: "2026-11-26",
    parts: [
      { phase: "lessons", owner: null },
      { phase: "actions", owner: "Tom" },
    ],
  });
  ask(control, 56, later);
  expect(planOf(control).rest).toEqual(rest);
  expect(lateAt(control, 58)).toBeUndefined();
  ask(control, 58, { type: "dropRest" });
  expect(planOf(control).rest).toBeUndefined();
  for (const due of ["tomorrow", "2026-02-30"])
    expect(meetingRequest.safeParse({ ...later, due }).success).toBe(false);
});

test("[MN9] at a second date the meeting goes on where it stopped, with the time that was still planned", () => {
  const control = meeting();
  advance(control, 0, 5, 33, 38); // lessons
  expect(ask(control, 44, { type: "meetAgain" })).toBe("done");
  ask(control, 44, { type: "goTo", phase: "check-out" });
  expect(planOf(control).rest).toMatchObject({ kind: "second-date", phase: "lessons" });
  const days = 3 * 24 * 60;
  ask(control, days, { type: "goOn" });
  expect(readControl(control).phase).toBe("lessons");
  expect(planOf(control).rest).toBeUndefined();
  expect(lateAt(control, days + 1)).toBe(0);
  expect((endOf(control) ?? 0) - days).toBe(11 - 6 + 8 + 3);
});

test("[MN4] a meeting that was left without an end is not days late", () => {
  const control = meeting();
  advance(control, 0, 5);
  expect(lateAt(control, 3 * 60 + 59)).toBeGreaterThan(0);
  expect(lateAt(control, 3 * 24 * 60)).toBeUndefined();
});

test("a board that was begun before there were minutes begins its clock at its next step", () => {
  const control = meeting();
  control.meeting.set("phase", "timeline" satisfies PhaseId);
  expect(lateAt(control, 0)).toBeUndefined();
  advance(control, 0);
  expect([endOf(control), lateAt(control, 0)]).toEqual([5 + 11 + 8 + 3, 0]);
});
