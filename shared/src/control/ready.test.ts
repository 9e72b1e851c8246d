// Being done, raised hands, and whose turn it is.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { invariant } from "../result.ts";
import type { Role } from "../wire/roles.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl } from "./control.ts";
import { countPeople } from "./headcount.ts";
import { admit, seeOff } from "./people.ts";
import { readControl } from "./projection.ts";
import { clearReady } from "./ready.ts";
import { meetingRequest } from "./requests.ts";

const idOf = (text: string): ParticipantId => {
  const id = readParticipantId(text);
  invariant(id, "the test writes ids");
  return id;
};
const [ada, bob, cleo, ida] = [idOf("ada"), idOf("bob"), idOf("cleo"), idOf("ida")];

function scene() {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "Ours", language: "en", schemaVersion: 1, agenda: phaseIds }, 10);
  const people: readonly (readonly [ParticipantId, Role])[] = [
    [ada, "facilitator"],
    [bob, "participant"],
    [cleo, "participant"],
    [ida, "observer"],
  ];
  people.forEach(([id, role], at) => admit(control, { id, name: id, role }, 20 + at));
  const state = () => readControl(control);
  const ask = (by: ParticipantId | undefined, request: object, at = 100) => {
    const role = (by && state().roster[by]?.role) ?? "facilitator";
    const asker = { participant: by, role };
    const result = decide(control, meetingRequest.parse(request), asker, at);
    return result.ok ? "done" : result.refusal.code;
  };
  const count = (...away: readonly ParticipantId[]) => {
    const { counted, ready, awaited, late } = countPeople(state(), (id) => away.includes(id));
    const ids = (people: typeof counted) => people.map(({ id }) => id);
    return { counted: ids(counted), ready: ids(ready), awaited: ids(awaited), late: ids(late) };
  };
  return { control, state, ask, count };
}

test("[RD1] whoever writes says once, however often, that they are done, and takes it back", () => {
  const { control, state, ask } = scene();
  expect(ask(bob, { type: "ready" }, 100)).toBe("done");
  const vector = Y.encodeStateVector(control.doc);
  expect(ask(bob, { type: "ready", ready: true }, 200)).toBe("done");
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
  expect(state().ready).toEqual({ bob: 100 });
  expect(ask(bob, { type: "ready", ready: false })).toBe("done");
  expect(ask(bob, { type: "ready", ready: false })).toBe("done");
  expect(state().ready).toEqual({});
  expect(ask(ida, { type: "ready" })).toBe("role-too-low");
  expect(ask(undefined, { type: "ready" })).toBe("no-participant");
});

test("[RD2] when the meeting moves, either way, nobody is done any more; one who was too late for it is not either", () => {
  const { state, ask } = scene();
  for (const [type, from] of [
    ["advance", "prepare"],
    ["back", "check-in"],
  ] as const) {
    ask(bob, { type: "ready" });
    expect(ask(ada, { type })).toBe("done");
    expect(state().ready).toEqual({});
    expect(ask(bob, { type: "ready", from })).toBe("done");
    expect(state().ready).toEqual({});
  }
});

test("[RD2] when notes are revealed, or hidden anew, nobody is done any more; asked twice, it clears once", () => {
  const { state, ask } = scene();
  const sections = ["helped", "slowed"];
  for (const type of ["reveal", "hide"]) {
    ask(ada, { type: type === "reveal" ? "hide" : "reveal", sections }, 100);
    ask(bob, { type: "ready" });
    expect(ask(ada, { type, sections }, 200)).toBe("done");
    expect(state().ready).toEqual({});
    ask(bob, { type: "ready" }, 300);
    ask(ada, { type, sections }, 400);
    expect(state()).toMatchObject({ ready: { bob: 300 }, readySince: 200 });
  }
});

test("[RD3] a raised hand stays up through the meeting until it is lowered: by oneself, or by who leads", () => {
  const { control, state, ask } = scene();
  ask(bob, { type: "raiseHand" }, 100);
  ask(bob, { type: "raiseHand" }, 200);
  ask(cleo, { type: "raiseHand" }, 300);
  ask(ada, { type: "advance" });
  clearReady(control, 400);
  expect(state().hands).toEqual({ bob: 100, cleo: 300 });
  expect(ask(bob, { type: "lowerHand", participant: "cleo" })).toBe("role-too-low");
  expect(ask(bob, { type: "lowerHand" })).toBe("done");
  expect(ask(ada, { type: "lowerHand", participant: "cleo" })).toBe("done");
  expect(ask(ada, { type: "lowerHand", participant: "cleo" })).toBe("done");
  expect(state().hands).toEqual({});
});

test("[RD4] it can be said whose turn it is; nobody's once the meeting moves", () => {
  const { control, state, ask } = scene();
  expect(ask(bob, { type: "giveTurn", participant: "bob" })).toBe("role-too-low");
  expect(ask(ada, { type: "giveTurn", participant: "bob" }, 100)).toBe("done");
  const vector = Y.encodeStateVector(control.doc);
  ask(ada, { type: "giveTurn", participant: "bob" }, 200);
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
  expect(state().turn).toEqual({ participant: "bob", since: 100 });
  expect(ask(ada, { type: "giveTurn", participant: "gone" })).toBe("participant-gone");
  ask(ada, { type: "giveTurn", participant: null });
  expect(state().turn).toBeUndefined();
  ask(ada, { type: "giveTurn", participant: "cleo" });
  ask(ada, { type: "advance" });
  expect(state().turn).toBeUndefined();
});

test("[RD5] whoever is removed, leaves, or only reads from here on has no hand up, is not done, and has no turn", () => {
  const { control, state, ask } = scene();
  const goes = [
    () => ask(ada, { type: "remove", participant: "bob" }),
    () => ask(ada, { type: "setRole", participant: "cleo", role: "observer" }),
    () => seeOff(control, ada),
  ];
  for (const [index, who] of [bob, cleo, ada].entries()) {
    ask(who, { type: "ready" });
    ask(who, { type: "raiseHand" });
    ask(ada, { type: "giveTurn", participant: who });
    goes[index]?.();
    expect(state()).toMatchObject({ ready: {}, hands: {}, turn: undefined });
  }
});

test("[RD6] writers who are here count once; observers, and who is away, do not", () => {
  const { ask, count } = scene();
  ask(ada, { type: "advance" });
  ask(bob, { type: "ready" });
  ask(cleo, { type: "ready" });
  expect(count(cleo)).toEqual({ counted: [ada, bob], ready: [bob], awaited: [ada], late: [] });
});

test("[RD7] who comes while it is going on holds nothing up, and counts once they are done", () => {
  const { control, ask, count } = scene();
  const [nils, tom] = [idOf("nils"), idOf("tom")];
  ask(ada, { type: "advance" }, 100);
  admit(control, { id: nils, name: "Nils", role: "participant" }, 150);
  expect(count()).toMatchObject({ counted: [ada, bob, cleo], late: [nils] });
  ask(nils, { type: "ready" });
  expect(count()).toMatchObject({ counted: [ada, bob, cleo, nils], ready: [nils], late: [] });
  clearReady(control, 200); // something was revealed: Nils is there from its beginning
  admit(control, { id: tom, name: "Tom", role: "participant" }, 250);
  expect(count()).toMatchObject({ awaited: [ada, bob, cleo, nils], late: [tom] });
});

test("[RD7] for the first phase, in which people gather, nobody is late", () => {
  expect(scene().count()).toMatchObject({ awaited: [ada, bob, cleo], late: [] });
});

test("[RD8] what cannot be read is not so", () => {
  const { control, state } = scene();
  control.ready.set("bob", "yes");
  control.ready.set("__proto__", 1);
  control.hands.set("cleo", { at: 1 });
  control.floor.set("turn", "bob");
  control.floor.set("readySince", Infinity);
  expect(state()).toMatchObject({ ready: {}, hands: {}, turn: undefined, readySince: 0 });
});

test("[RD9] whatever is asked, by whom and in whatever order: nobody is done, has a hand up or a turn who may not, and asking again changes nothing", () => {
  const who = fc.constantFrom(ada, bob, cleo, ida);
  const request = fc.oneof(
    fc.record({ type: fc.constant("ready"), ready: fc.boolean() }),
    fc.constant({ type: "raiseHand" }),
    fc.record({ type: fc.constant("lowerHand"), participant: fc.option(who, { nil: undefined }) }),
    fc.record({ type: fc.constant("giveTurn"), participant: fc.option(who) }),
    fc.constantFrom({ type: "advance" }, { type: "back" }, { type: "openPulse" }),
    fc.constantFrom({ type: "closePulse" }, { type: "seal" }, { type: "reopen" }),
    fc.record({ type: fc.constant("remove"), participant: who }),
    fc.record({
      type: fc.constant("setRole"),
      participant: who,
      role: fc.constantFrom("facilitator", "participant", "observer"),
    }),
  );
  const repeatable = new Set(["ready", "raiseHand", "lowerHand", "giveTurn", "closePulse"]);
  fc.assert(
    fc.property(fc.array(fc.tuple(who, request), { maxLength: 40 }), (steps) => {
      const { control, state, ask } = scene();
      for (const [by, what] of steps) {
        if (!state().roster[by]) continue;
        const outcome = ask(by, what);
        const after = Y.encodeStateAsUpdate(control.doc);
        if (repeatable.has(what.type)) {
          expect(ask(by, what)).toBe(outcome);
          expect(Y.encodeStateAsUpdate(control.doc)).toEqual(after);
        }
        const { roster, ready, hands, turn, phase, pulses } = state();
        const listed = [...Object.keys(ready), ...Object.keys(hands)] as ParticipantId[];
        for (const id of listed) expect(["facilitator", "participant"]).toContain(roster[id]?.role);
        if (turn) expect(roster[turn.participant]).toBeDefined();
        for (const [asked, pulse] of Object.entries(pulses))
          if (pulse.state === "open" && state().seal === undefined) expect(asked).toBe(phase);
        const { counted, late, away } = countPeople(state(), () => false);
        const writers = Object.values(roster).filter(({ role }) => role !== "observer");
        expect(counted.length + late.length + away.length).toBe(writers.length);
      }
    }),
  );
});
