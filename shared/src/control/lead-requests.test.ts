// Who leads, who comes in, and asking everyone to come along.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { invariant } from "../result.ts";
import type { Role } from "../wire/roles.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl } from "./control.ts";
import { comeIn, waitingAt } from "./door.ts";
import { noteLeaderless } from "./lead.ts";
import { admit, seeOff } from "./people.ts";
import { createControlView, readControl } from "./projection.ts";
import { meetingRequest } from "./requests.ts";

const idOf = (text: string): ParticipantId => {
  const id = readParticipantId(text);
  invariant(id, "the test writes ids");
  return id;
};
const [ada, bob, ida] = [idOf("ada"), idOf("bob"), idOf("ida")];
const [eve, kim] = [idOf("eve"), idOf("kim")];
const limits = { maxWaiting: 2, knockAgainMs: 1_000 };

function scene() {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "Ours", language: "en", schemaVersion: 1, agenda: phaseIds }, 10);
  admit(control, { id: ada, name: "Ada", role: "facilitator" }, 20);
  admit(control, { id: bob, name: "Bob", role: "participant" }, 30);
  admit(control, { id: ida, name: "Ida", role: "observer" }, 40);
  const state = () => readControl(control);
  const ask = (by: ParticipantId, request: object, at = 100, isLeaderless = false) => {
    const role = state().roster[by]?.role ?? "observer";
    const asker = { participant: by, role };
    const parsed = meetingRequest.parse(request);
    const result = decide(control, parsed, asker, at, { ...limits, isLeaderless });
    return result.ok ? "done" : result.refusal.code;
  };
  const come = (id: ParticipantId, role: Role = "participant", at = 100, name = `${id}!`) => {
    const result = comeIn(control, { id, name, role }, at, limits);
    return result.ok ? "done" : result.refusal.code;
  };
  const roleOf = (id: ParticipantId) => state().roster[id]?.role;
  const waiting = () => waitingAt(state().door).map(({ id }) => id);
  return { control, state, ask, come, roleOf, waiting };
}

test("[L1] the lead is handed over in one step, and somebody leads at any time", () => {
  const { ask, roleOf } = scene();
  expect(ask(ada, { type: "setRole", participant: ada, role: "participant" })).toBe(
    "last-facilitator",
  );
  expect(ask(bob, { type: "handOver", participant: bob })).toBe("role-too-low");
  expect(ask(ada, { type: "handOver", participant: "kim" })).toBe("participant-gone");
  expect(ask(ada, { type: "handOver", participant: bob })).toBe("done");
  expect([roleOf(ada), roleOf(bob)]).toEqual(["participant", "facilitator"]);
  expect(ask(bob, { type: "handOver", participant: bob })).toBe("done");
  expect(roleOf(bob)).toBe("facilitator");
  expect(ask(bob, { type: "setRole", participant: ada, role: "facilitator" })).toBe("done");
  expect(ask(bob, { type: "setRole", participant: bob, role: "participant" })).toBe("done");
  expect([roleOf(ada), roleOf(bob)]).toEqual(["facilitator", "participant"]);
});

test("[L2] a participant steps in only while nobody who leads is here; the second is told, and who led still does", () => {
  const { ask, roleOf, state } = scene();
  expect(ask(bob, { type: "stepIn" })).toBe("somebody-leads");
  expect(ask(ida, { type: "stepIn" }, 100, true)).toBe("role-too-low");
  expect(ask(bob, { type: "stepIn" }, 100, true)).toBe("done");
  expect([roleOf(ada), roleOf(bob)]).toEqual(["facilitator", "facilitator"]);
  expect(state().lead.steppedIn).toEqual({ by: bob, at: 100 });
  expect(ask(bob, { type: "stepIn" }, 200)).toBe("done");
  expect(state().lead.steppedIn).toEqual({ by: bob, at: 100 });
  ask(ada, { type: "setRole", participant: ida, role: "participant" });
  expect(ask(ida, { type: "stepIn" }, 300)).toBe("somebody-leads");
});

test("[L3] where a facilitator has switched it off nobody steps in; nobody does on a sealed board", () => {
  const { ask, roleOf } = scene();
  expect(ask(bob, { type: "setStepIn", allowed: false })).toBe("role-too-low");
  expect(ask(ada, { type: "setStepIn", allowed: false })).toBe("done");
  expect(ask(bob, { type: "stepIn" }, 100, true)).toBe("no-step-in");
  expect(ask(ada, { type: "setStepIn", allowed: true })).toBe("done");
  expect(ask(ada, { type: "seal" })).toBe("done");
  expect(ask(bob, { type: "stepIn" }, 100, true)).toBe("sealed");
  expect(roleOf(bob)).toBe("participant");
});

test("that nobody leads is noted once, and taken back once", () => {
  const { control, state, ask } = scene();
  noteLeaderless(control, true, 70);
  noteLeaderless(control, true, 80);
  expect(state().lead.leaderlessAt).toBe(70);
  expect(ask(bob, { type: "stepIn" }, 90, true)).toBe("done");
  expect(state().lead.leaderlessAt).toBeUndefined();
  noteLeaderless(control, false, 100);
  expect(state().lead.leaderlessAt).toBeUndefined();
});

test("[L4] with the door on newcomers wait, and are on no list of people; facilitators pass", () => {
  const { ask, come, roleOf, waiting, state } = scene();
  expect(ask(bob, { type: "setDoor", closed: true })).toBe("role-too-low");
  expect(ask(ada, { type: "setDoor", closed: true })).toBe("done");
  expect(come(eve)).toBe("done");
  expect([roleOf(eve), waiting()]).toEqual([undefined, [eve]]);
  expect(come(kim, "facilitator")).toBe("done");
  expect([roleOf(kim), waiting()]).toEqual(["facilitator", [eve]]);
  expect(ask(bob, { type: "letIn", participant: eve })).toBe("role-too-low");
  expect(ask(ada, { type: "letIn", participant: eve }, 200)).toBe("done");
  expect(ask(kim, { type: "letIn", participant: eve }, 300)).toBe("done");
  expect(state().roster[eve]).toMatchObject({ name: "eve!", role: "participant", joinedAt: 200 });
  expect(waiting()).toEqual([]);
});

test("[L5] whoever comes again while they wait keeps their place; a new name and a better role are taken on", () => {
  const { ask, come, waiting, state } = scene();
  ask(ada, { type: "setDoor", closed: true });
  come(eve, "participant", 100);
  come(kim, "observer", 150);
  come(eve, "observer", 200, "Eva");
  come(kim, "participant", 250);
  expect(waiting()).toEqual([eve, kim]);
  expect(state().door.knocks[eve]).toMatchObject({ name: "Eva", role: "participant", at: 100 });
  expect(state().door.knocks[kim]).toMatchObject({ role: "participant" });
});

test("[L6] at the door there is room for so many; who was turned away asks again a while later, or is let in after all", () => {
  const { ask, come, waiting, roleOf, control } = scene();
  ask(ada, { type: "setDoor", closed: true });
  const [ben, tom] = [idOf("ben"), idOf("tom")];
  for (const id of [eve, kim]) expect(come(id)).toBe("done");
  expect(come(ben)).toBe("door-full");
  expect(ask(ada, { type: "turnAway", participant: eve }, 200)).toBe("done");
  expect(ask(ada, { type: "turnAway", participant: eve }, 900)).toBe("done");
  expect(come(eve, "participant", 1_199)).toBe("turned-away");
  expect(come(tom)).toBe("done");
  expect(come(eve, "participant", 1_200)).toBe("door-full");
  seeOff(control, tom);
  expect(come(eve, "participant", 1_200)).toBe("done");
  expect(waiting()).toEqual([kim, eve]);
  ask(ada, { type: "turnAway", participant: eve }, 1_300);
  expect(ask(ada, { type: "letIn", participant: eve }, 1_400)).toBe("done");
  expect(roleOf(eve)).toBe("participant");
  expect(ask(ada, { type: "letIn", participant: tom })).toBe("participant-gone");
});

test("[L7] when the door is opened whoever waits comes in, and whoever was turned away does not", () => {
  const { ask, come, roleOf, state } = scene();
  ask(ada, { type: "setDoor", closed: true });
  come(eve);
  come(kim);
  ask(ada, { type: "turnAway", participant: kim });
  ask(ada, { type: "seal" });
  expect(ask(ada, { type: "setDoor", closed: false })).toBe("done");
  expect([roleOf(eve), roleOf(kim)]).toEqual(["participant", undefined]);
  expect(state().door).toEqual({ isOn: false, knocks: {} });
});

test("whoever waited for half a day is forgotten when the next one comes", () => {
  const { ask, come, waiting } = scene();
  ask(ada, { type: "setDoor", closed: true });
  come(eve);
  come(kim, "participant", 100 + 12 * 60 * 60_000);
  expect(waiting()).toEqual([kim]);
});

test("[L6] whoever is refused at the door changes nothing there", () => {
  const { ask, come, control } = scene();
  ask(ada, { type: "setDoor", closed: true });
  const halfADay = 12 * 60 * 60_000;
  come(eve);
  ask(ada, { type: "turnAway", participant: eve }, 200);
  for (const id of [kim, idOf("ben")]) come(id, "participant", 200 + halfADay - 1);
  const before = Y.encodeStateAsUpdate(control.doc);
  // by now eve would be forgotten
  expect(come(idOf("tom"), "participant", 200 + halfADay)).toBe("door-full");
  expect(Y.encodeStateAsUpdate(control.doc)).toEqual(before);
});

test("[L8] everyone is asked to a place of the agenda, and asked anew by the next press", () => {
  const { ask, state } = scene();
  expect(ask(bob, { type: "gather", phase: "timeline" })).toBe("role-too-low");
  expect(ask(ada, { type: "gather", phase: "timeline", item: "event1" }, 100)).toBe("done");
  expect(state().lead.gathering).toEqual({ by: ada, at: 100, phase: "timeline", item: "event1" });
  expect(ask(ada, { type: "gather", phase: "timeline" }, 200)).toBe("done");
  expect(state().lead.gathering).toEqual({ by: ada, at: 200, phase: "timeline", item: undefined });
  expect(state().phase).toBe("prepare");
});

test("[R3] what cannot be read of who leads and who waits takes its default", () => {
  const { control, state } = scene();
  control.lead.set("letsStepIn", "no");
  control.lead.set("leaderlessAt", "yesterday");
  control.lead.set("steppedIn", { by: 7 });
  control.lead.set("gathering", { by: "ada", at: 1, phase: "lunch" });
  control.lead.set("door", "closed");
  control.door.set("__proto__", { name: "x", role: "participant", at: 1 });
  control.door.set("eve", { name: "Eve", role: "owner", at: 1 });
  control.door.set("kim", { name: "Kim", role: "observer", at: 5, turnedAwayAt: "never" });
  expect(state().lead).toEqual({
    letsStepIn: true,
    leaderlessAt: undefined,
    steppedIn: undefined,
    gathering: undefined,
  });
  expect(state().door).toEqual({
    isOn: false,
    knocks: { kim: { id: "kim", name: "Kim", role: "observer", at: 5, turnedAwayAt: null } },
  });
});

test("[L9] whatever is asked in whatever order: somebody leads, nobody is in and at the door at once, asking twice changes nothing more", () => {
  const people = [ada, bob, ida, eve, kim];
  const who = fc.constantFrom(...people);
  const request = fc.oneof(
    fc.record({
      type: fc.constantFrom("handOver", "letIn", "turnAway", "remove"),
      participant: who,
    }),
    fc.record({
      type: fc.constant("setRole"),
      participant: who,
      role: fc.constantFrom("facilitator", "participant", "observer"),
    }),
    fc.record({ type: fc.constantFrom("stepIn", "seal", "reopen", "advance", "askToWrite") }),
    fc.record({ type: fc.constant("setDoor"), closed: fc.boolean() }),
    fc.record({ type: fc.constant("setStepIn"), allowed: fc.boolean() }),
    fc.record({ type: fc.constant("gather"), phase: fc.constantFrom(...phaseIds) }),
  );
  const step = fc.oneof(
    fc.record({ by: who, request, isLeaderless: fc.boolean() }),
    fc.record({ comes: who, role: fc.constantFrom("participant", "observer") }),
    fc.record({ leaves: who }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { control, ask, come, state } = scene();
      const view = createControlView(control);
      let at = 100;
      for (const one of steps) {
        at += 400;
        const before = JSON.stringify(state());
        if ("comes" in one) {
          if (!state().roster[one.comes]) come(one.comes, one.role, at);
        } else if ("leaves" in one) seeOff(control, one.leaves);
        else {
          const answer = ask(one.by, one.request, at, one.isLeaderless);
          if (answer !== "done") expect(JSON.stringify(state())).toBe(before);
          else if (idempotent.has(one.request.type)) {
            const after = JSON.stringify(state());
            ask(one.by, one.request, at, one.isLeaderless);
            expect(JSON.stringify(state())).toBe(after);
          }
        }
        const { roster, door } = state();
        expect(Object.values(roster).some(({ role }) => role === "facilitator")).toBe(true);
        expect(Object.keys(door.knocks).filter((id) => id in roster)).toEqual([]);
        if (!door.isOn) expect(door.knocks).toEqual({});
        expect(waitingAt(door).length).toBeLessThanOrEqual(limits.maxWaiting);
        expect(view.getState()).toEqual(state());
      }
    }),
  );
});

/** Requests that leave the same behind when they are asked twice; moving on twice moves two phases. */
const idempotent = new Set([
  "handOver",
  "letIn",
  "turnAway",
  "remove",
  "setRole",
  "stepIn",
  "setDoor",
  "setStepIn",
  "gather",
]);
