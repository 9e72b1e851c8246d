import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { phaseIds } from "../phases/index.ts";
import { participantId } from "../testing/build.ts";
import { decide, seedControl } from "./commands.ts";
import { openControl, type Control } from "./control.ts";
import { admit } from "./people.ts";
import { readControl } from "./projection.ts";
import { meetingRequest } from "./requests.ts";
import { countDrafts, hideableSections, isWritingHidden, writingIn } from "./writing.ts";

const ada = participantId("ada");
const bob = participantId("bob");

function meeting(): Control {
  const control = openControl(new Y.Doc());
  seedControl(control, { title: "", language: "en", schemaVersion: 1, agenda: phaseIds }, 10);
  admit(control, { id: ada, name: "Ada", role: "facilitator" }, 20);
  admit(control, { id: bob, name: "Bob", role: "participant" }, 30);
  return control;
}

const ask = (control: Control, request: object, participant = ada, at = 100) => {
  const role = readControl(control).roster[participant]?.role ?? "observer";
  const parsed = meetingRequest.parse(request);
  const result = decide(control, parsed, { participant, role }, at);
  return result.ok ? "done" : result.refusal.code;
};
const stateOf = (control: Control) => readControl(control).writing;

test("[H10] the lessons of a new board are hidden, without names; check-in and an older board are not", () => {
  const control = meeting();
  expect(isWritingHidden(readControl(control), "knowledge")).toBe(true);
  expect(isWritingHidden(readControl(control), "check-in")).toBe(false);
  expect(isWritingHidden(readControl(control), "actions")).toBe(false);
  expect(writingIn(readControl(control), "helped")).toEqual({
    round: 1,
    isHidden: true,
    isNamed: false,
    revealedAt: null,
    notes: 0,
    isBeingWritten: false,
  });
  expect(stateOf(openControl(new Y.Doc()))).toEqual({});
});

test("[H11] a column is revealed once, and hidden again as often as one likes, each time a round further", () => {
  const control = meeting();
  expect(ask(control, { type: "reveal", sections: ["helped"] })).toBe("done");
  expect(stateOf(control).helped).toMatchObject({ isHidden: false, revealedAt: 100, round: 1 });
  const vector = Y.encodeStateVector(control.doc);
  ask(control, { type: "reveal", sections: ["helped"] }, ada, 200);
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
  ask(control, { type: "hide", sections: ["helped", "helped", "check-in"] });
  expect(stateOf(control).helped).toMatchObject({ isHidden: true, round: 2, revealedAt: 100 });
  expect(stateOf(control)["check-in"]).toMatchObject({ isHidden: true, round: 1 });
  ask(control, { type: "hide", sections: ["helped"] });
  expect(stateOf(control).helped?.round).toBe(2);
});

test("[H11] a reveal that comes too late leaves the next round hidden", () => {
  const control = meeting();
  ask(control, { type: "reveal", sections: ["helped"], rounds: { helped: 1 } });
  ask(control, { type: "hide", sections: ["helped"] });
  ask(control, { type: "reveal", sections: ["helped"], rounds: { helped: 1 } });
  expect(stateOf(control).helped?.isHidden).toBe(true);
  ask(control, { type: "reveal", sections: ["helped"], from: "lessons" });
  expect(stateOf(control).helped?.isHidden).toBe(true);
});

test("[H12] names are chosen before anybody writes, and dropped at any time", () => {
  const control = meeting();
  const names = { type: "hide", sections: ["helped"], names: true };
  expect(ask(control, names)).toBe("done");
  expect(stateOf(control).helped).toMatchObject({ isNamed: true, isHidden: true, round: 2 });
  countDrafts(control, { helped: { notes: 2, isBeingWritten: true } });
  expect(ask(control, { type: "dropNames", sections: ["helped"] })).toBe("done");
  expect(stateOf(control).helped).toMatchObject({ isNamed: false, notes: 2, round: 2 });
  expect(ask(control, names)).toBe("names-too-late");
  expect(stateOf(control).helped?.isNamed).toBe(false);
});

test("[H13] counts are those of hidden columns; a value that cannot be read takes its default", () => {
  const control = meeting();
  ask(control, { type: "reveal", sections: ["slowed"] });
  const count = { notes: 3, isBeingWritten: true };
  countDrafts(control, { helped: count, slowed: count, "check-in": count });
  expect(stateOf(control).helped).toMatchObject(count);
  expect(stateOf(control).slowed).toMatchObject({ notes: 0, isBeingWritten: false });
  expect(stateOf(control)["check-in"]).toBeUndefined();
  const vector = Y.encodeStateVector(control.doc);
  countDrafts(control, { helped: count });
  expect(Y.encodeStateVector(control.doc)).toEqual(vector);
  control.writing.set("slowed", { isHidden: "yes", notes: "many" });
  control.writing.set("helped", 5);
  expect(stateOf(control).slowed).toMatchObject({ isHidden: false, notes: 0 });
  expect(stateOf(control).helped).toBeUndefined();
});

test("[H11] [H12] whatever is asked, by whomever and twice: rounds only grow, and no names come to what was begun without", () => {
  const sections = fc.uniqueArray(fc.constantFrom(...hideableSections), { minLength: 1 });
  const request = fc.oneof(
    fc.record({ type: fc.constant("hide"), sections, names: fc.boolean() }),
    fc.record({
      type: fc.constant("reveal"),
      sections,
      rounds: fc.constantFrom({}, { helped: 2 }),
    }),
    fc.record({ type: fc.constant("dropNames"), sections }),
    fc.record({ type: fc.constantFrom("share", "seal", "reopen", "advance", "back") }),
  );
  const counted = fc.record({
    helped: fc.record({ notes: fc.nat(2), isBeingWritten: fc.boolean() }),
  });
  const step = fc.oneof(fc.tuple(request, fc.constantFrom(ada, bob)), fc.tuple(counted));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const control = meeting();
      for (const [what, who] of steps) {
        const before = stateOf(control);
        if (!("type" in what)) countDrafts(control, what);
        else if (ask(control, what, who) === "done" && !["advance", "back"].includes(what.type)) {
          const vector = Y.encodeStateVector(control.doc);
          ask(control, what, who);
          expect(Y.encodeStateVector(control.doc)).toEqual(vector);
        }
        const after = stateOf(control);
        for (const section of hideableSections) {
          const [was, is] = [before[section], after[section]];
          if (!was || !is) continue;
          expect(is.round).toBeGreaterThanOrEqual(was.round);
          if (is.isNamed && !was.isNamed) expect(is.round).toBeGreaterThan(was.round);
          if (!is.isHidden) expect([is.notes, is.isBeingWritten]).toEqual([0, false]);
        }
      }
    }),
  );
});

test("[H14] participants share, facilitators hide and reveal; a sealed board takes none of it", () => {
  const control = meeting();
  for (const type of ["hide", "reveal", "dropNames"])
    expect(ask(control, { type, sections: ["helped"] }, bob)).toBe("role-too-low");
  expect(ask(control, { type: "share" }, bob)).toBe("done");
  expect(ask(control, { type: "share" }, participantId("gone"))).toBe("role-too-low");
  ask(control, { type: "seal" });
  expect(ask(control, { type: "reveal", sections: ["helped"] })).toBe("sealed");
  expect(ask(control, { type: "share" }, bob)).toBe("sealed");
  for (const sections of [["actions"], []])
    expect(meetingRequest.safeParse({ type: "reveal", sections }).success).toBe(false);
});
