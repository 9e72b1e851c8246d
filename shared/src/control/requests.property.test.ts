// Requests in any order and from any role: whatever is asked, what steers the meeting stays something that a view can show.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { phaseIds } from "../phases/index.ts";
import { anyRequest, anyRequestOf, runs } from "../testing/index.ts";
import { participantId } from "../testing/build.ts";
import { isAtLeast, type Role } from "../wire/roles.ts";
import { decide, isStale, seedControl } from "./commands.ts";
import { openControl, type Control, type ControlState } from "./control.ts";
import { neighbourPhase } from "./neighbour-phase.ts";
import { admit } from "./people.ts";
import { createControlView, readControl } from "./projection.ts";
import { meetingRequest, whoMayAsk, type MeetingRequest, type RequestType } from "./requests.ts";
import { dividedRest, isEndNear, standing } from "./standing.ts";

const people = {
  noa: "facilitator",
  lea: "facilitator",
  robin: "participant",
  ida: "observer",
} as const satisfies Readonly<Record<string, Role>>;

/** Somebody at the table, or a script with the link of a role. */
const anyAsker = fc.constantFrom(
  ...(Object.keys(people) as (keyof typeof people)[]),
  ...(["facilitator", "participant", "observer"] as const).map((link) => ({ link })),
  ...(["noa", "lea", "noa"] as const),
);

const anyStep = fc.record({
  who: anyAsker,
  request: anyRequest(["advance", "goTo", "setAgenda", "meetAgain", "goOn", "reopen"]),
  from: fc.constantFrom("unsaid", "unsaid", "seen", "stale"),
  afterMs: fc.constantFrom(0, 1, 30_000, 5 * 60_000, 26 * 3_600_000),
});

function meeting(): Control {
  const control = openControl(new Y.Doc());
  const seed = { title: "Ours", language: "en", schemaVersion: 1, agenda: phaseIds } as const;
  seedControl(control, seed, start);
  for (const [name, role] of Object.entries(people))
    admit(control, { id: participantId(name), name, role }, start);
  return control;
}

const start = Date.UTC(2026, 10, 23);

/** The request as its sender sent it: with the phase they saw, with one that is not the meeting's, or without. */
function sent(request: MeetingRequest, from: string, { phase }: ControlState): MeetingRequest {
  if (from === "unsaid") return request;
  return { ...request, from: from === "seen" ? phase : otherThan(phase) };
}

const otherThan = (phase: string) => phaseIds.find((id) => id !== phase) ?? "prepare";

/** What has to hold whatever was asked. */
function expectShowable(control: Control, at: number): void {
  const state = readControl(control);
  const { plan, agenda, phase, roster } = state;
  expect(agenda).toContain(phase);
  expect(agenda).toContain("check-out");
  for (const never of [phase, "prepare", "check-out"] as const)
    expect(plan.skipped).not.toContain(never);
  expect(phase === "prepare" || plan.run !== undefined).toBe(true);
  for (const id of phaseIds.slice(1)) expect(plan.minutes[id]).toBeGreaterThan(0);
  if (plan.run) expect(plan.run.since).toBeLessThanOrEqual(at);
  if (plan.rest?.kind === "by-day") expect(plan.rest.parts.length).toBeGreaterThan(0);
  expect(Object.values(roster).some(({ role }) => role === "facilitator")).toBe(true);
  const ahead = neighbourPhase(state, 1);
  expect(ahead === undefined).toBe(phase === "check-out");
  expect(Number.isNaN(standing(state, at)?.lateMs)).toBe(false);
  const shares = dividedRest(state, at);
  if (shares) expect(shares.at(-1)).toEqual({ phase: "check-out", minutes: 2 });
  expect([true, false]).toContain(isEndNear(state, at));
  const copy = openControl(new Y.Doc());
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(control.doc));
  expect(readControl(copy)).toEqual(state);
}

test("[MN10] whatever is asked, by whom and in whichever order, what steers the meeting can be shown", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30, size: "max" }), (steps) => {
      const control = meeting();
      const view = createControlView(control);
      let at = start;
      for (const { who, request, from, afterMs } of steps) {
        at += afterMs;
        const before = readControl(control);
        const role = typeof who === "string" ? before.roster[participantId(who)]?.role : who.link;
        if (!role) continue; // was taken off the board: the server knows nobody of this name
        const participant = typeof who === "string" ? participantId(who) : undefined;
        const asked = sent(request, from, before);
        const bytes = Y.encodeStateAsUpdate(control.doc); // deletions too: they move no clock
        const result = decide(control, asked, { participant, role }, at);
        const isUntouched = () => expect(Y.encodeStateAsUpdate(control.doc)).toEqual(bytes);
        if (!isAtLeast(role, whoMayAsk[asked.type])) expect(result.ok).toBe(false);
        if (!result.ok || isStale(before, asked)) isUntouched();
        expectShowable(control, at);
      }
      expect(view.getState()).toEqual(readControl(control));
      view.destroy();
    }),
    runs(300),
  );
});

test.for(Object.keys(anyRequestOf) as RequestType[])(
  "the property tests ask “%s” often enough in words that can be read",
  (type) => {
    const samples = fc.sample(anyRequestOf[type], { numRuns: 200, seed: 1 });
    const read = samples.filter((sample) => meetingRequest.safeParse(sample).success);
    expect(read.length).toBeGreaterThan(10);
  },
);
