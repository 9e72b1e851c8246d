import { expect, test } from "vitest";
import * as Y from "yjs";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { invariant } from "../result.ts";
import { lessonSections } from "../sections/index.ts";
import type { Role } from "../wire/roles.ts";
import { decide, seedControl } from "./commands.ts";
import { admit, welcomeBack } from "./people.ts";
import { linkHolder } from "./situation.ts";
import { openControl, type Control } from "./control.ts";
import { createControlView, readControl } from "./projection.ts";
import { meetingRequest, type MeetingRequest } from "./requests.ts";

const idOf = (text: string): ParticipantId => {
  const id = readParticipantId(text);
  invariant(id, "the test writes ids");
  return id;
};
const ada = idOf("ada");
const bob = idOf("bob");

function meeting(): Control {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "Ours", language: "en", schemaVersion: 1, agenda: phaseIds }, 10);
  admit(control, { id: ada, name: "Ada", role: "facilitator" }, 20);
  admit(control, { id: bob, name: "Bob", role: "participant" }, 30);
  return control;
}

const ask = (control: Control, request: object, participant = ada, at = 100) => {
  const role = readControl(control).roster[participant]?.role ?? "observer";
  const parsed: MeetingRequest = meetingRequest.parse(request);
  const result = decide(control, parsed, { participant, role }, at);
  return result.ok ? "done" : result.refusal.code;
};

test("a seeded meeting stands in its first phase, with everybody who joined in order", () => {
  expect(readControl(meeting())).toEqual({
    asks: {},
    spotlight: undefined,
    seen: {},
    walk: "all",
    noteTaker: undefined,
    ready: {},
    readySince: 0,
    hands: {},
    turn: undefined,
    pulses: {},
    lead: {
      letsStepIn: true,
      leaderlessAt: undefined,
      steppedIn: undefined,
      gathering: undefined,
    },
    door: { isOn: false, knocks: {} },
    admitsSignedIn: false,
    schemaVersion: 1,
    title: "Ours",
    language: "en",
    phase: "prepare",
    phaseSince: 10,
    lastMove: undefined,
    agenda: phaseIds,
    plan: readControl(openControl(new Y.Doc())).plan,
    roster: {
      [ada]: { id: ada, name: "Ada", role: "facilitator", joinOrder: 0, joinedAt: 20 },
      [bob]: { id: bob, name: "Bob", role: "participant", joinOrder: 1, joinedAt: 30 },
    },
    timer: undefined,
    vote: undefined,
    writing: Object.fromEntries(
      lessonSections.map((section) => [section, expect.objectContaining({ isHidden: true })]),
    ),
    seal: undefined,
    erased: [],
    erasures: 0,
    createdAt: 10,
  });
});

test("the meeting goes through its agenda and back, and no further", () => {
  const control = meeting();
  for (const phase of phaseIds.slice(1)) {
    expect(ask(control, { type: "advance" })).toBe("done");
    expect(readControl(control).phase).toBe(phase);
  }
  expect(ask(control, { type: "advance" })).toBe("last-phase");
  for (const _ of phaseIds.slice(1)) expect(ask(control, { type: "back" })).toBe("done");
  expect(ask(control, { type: "back" })).toBe("first-phase");
});

test("a request from a phase that was left changes nothing and is no refusal", () => {
  const control = meeting();
  expect(ask(control, { type: "advance", from: "prepare" })).toBe("done");
  const vector = Y.encodeStateVector(control.doc);
  expect(ask(control, { type: "advance", from: "prepare" })).toBe("done");
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
});

test("what is so already is not written again", () => {
  const control = meeting();
  const vector = Y.encodeStateVector(control.doc);
  for (const request of [
    { type: "goTo", phase: "prepare" },
    { type: "rename", title: "Ours", name: "Ada" },
    { type: "setLanguage", language: "en" },
    { type: "admitSignedIn", admit: false },
    { type: "setRole", participant: "bob", role: "participant" },
  ])
    expect(ask(control, request)).toBe("done");
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
});

test("participants rename the board and themselves, observers themselves alone", () => {
  const control = meeting();
  expect(ask(control, { type: "rename", title: " Two\nlines " }, bob)).toBe("done");
  expect(ask(control, { type: "rename", name: "Robert" }, bob)).toBe("done");
  ask(control, { type: "setRole", participant: "bob", role: "observer" });
  expect(ask(control, { type: "rename", title: "x" }, bob)).toBe("role-too-low");
  expect(ask(control, { type: "rename", name: "Bob" }, bob)).toBe("done");
  expect(readControl(control)).toMatchObject({
    title: "Two lines",
    roster: { [bob]: { name: "Bob", role: "observer" } },
  });
});

test("somebody always leads: the last facilitator is neither demoted nor removed", () => {
  const control = meeting();
  const demote = { type: "setRole", participant: "ada", role: "participant" };
  expect(ask(control, demote)).toBe("last-facilitator");
  expect(ask(control, { type: "remove", participant: "ada" })).toBe("last-facilitator");
  ask(control, { type: "setRole", participant: "bob", role: "facilitator" });
  expect(ask(control, demote)).toBe("done");
});

test("whoever is removed is gone; their place in the order is not given away", () => {
  const control = meeting();
  ask(control, { type: "remove", participant: "bob" });
  expect(ask(control, { type: "setRole", participant: "bob", role: "observer" })).toBe(
    "participant-gone",
  );
  admit(control, { id: idOf("cyd"), name: "Cyd", role: "observer" }, 40);
  expect(readControl(control).roster[idOf("cyd")]?.joinOrder).toBe(2);
});

test("welcoming back raises a role, never lowers it, and takes a name on", () => {
  const control = meeting();
  const roleOf = (id: ParticipantId) => readControl(control).roster[id]?.role;
  const come = (role: Role, name?: string) => welcomeBack(control, bob, { role, name }, 70).ok;
  expect([come("observer"), roleOf(bob)]).toEqual([true, "participant"]);
  expect([come("facilitator", "Robert"), roleOf(bob)]).toEqual([true, "facilitator"]);
  expect(readControl(control).roster[bob]?.name).toBe("Robert");
  expect(welcomeBack(control, idOf("nobody"), {}, 70).ok).toBe(false);
});

test("a sealed meeting stands still but for names and reopening", () => {
  const control = meeting();
  expect(ask(control, { type: "reopen" })).toBe("not-sealed");
  expect(ask(control, { type: "seal" })).toBe("done");
  expect(readControl(control).seal).toEqual({ at: 100, by: ada });
  for (const request of [
    { type: "seal" },
    { type: "advance" },
    { type: "rename", title: "x", name: "x" },
    { type: "remove", participant: "bob" },
  ])
    expect(ask(control, request)).toBe("sealed");
  expect(ask(control, { type: "rename", name: "Bobby" }, bob)).toBe("done");
  expect(ask(control, { type: "reopen" })).toBe("done");
  expect(readControl(control).seal).toBeUndefined();
});

test("what was erased is noted once, sealed or not, and every erasing of what was deleted counts", () => {
  const control = meeting();
  expect(ask(control, { type: "eraseDeleted" }, bob)).toBe("role-too-low");
  expect(ask(control, { type: "erase", card: "b" }, bob)).toBe("done");
  ask(control, { type: "seal" });
  for (const card of ["b", "a"]) expect(ask(control, { type: "erase", card })).toBe("done");
  expect(ask(control, { type: "eraseDeleted" })).toBe("done");
  expect(readControl(control)).toMatchObject({ erased: ["a", "b"], erasures: 3 });
});

test("a script that leads by its link alone is nobody on the roster", () => {
  const control = meeting();
  const asker = { participant: undefined, role: "facilitator" } as const;
  expect(decide(control, { type: "advance" }, asker, 5).ok).toBe(true);
  expect(readControl(control).lastMove).toEqual({ by: linkHolder, from: "prepare" });
  const rename = decide(control, { type: "rename", name: "Bot" }, asker, 5);
  expect(!rename.ok && rename.refusal.code).toBe("no-participant");
});

test("what did not change keeps its identity, and one change is told once", () => {
  const control = meeting();
  const view = createControlView(control);
  const before = view.getState();
  let told = 0;
  view.subscribe(() => told++);
  ask(control, { type: "advance" });
  const after = view.getState();
  expect(told).toBe(1);
  expect(after).toEqual(readControl(control));
  expect(after.roster).toBe(before.roster);
  expect(after.agenda).toBe(before.agenda);
  ask(control, { type: "rename", name: "Robert" }, bob);
  expect(view.getState().roster[ada]).toBe(before.roster[ada]);
  view.destroy();
});

test("what cannot be read takes its default and stays in the document", () => {
  const control = openControl(new Y.Doc());
  control.meeting.set("phase", "party");
  control.meeting.set("title", 7);
  control.meeting.set("agenda", ["prepare", "party"]);
  control.roster.set("ada", { role: "king" });
  control.roster.set("not an id!", { name: "x", role: "observer" });
  expect(readControl(control)).toMatchObject({
    title: "",
    phase: "prepare",
    agenda: phaseIds,
    roster: {},
    seal: undefined,
  });
  expect(control.meeting.get("phase")).toBe("party");
});
