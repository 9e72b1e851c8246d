import { expect, test } from "vitest";
import { readAwarenessState } from "./awareness.ts";
import { afterClose, closeCodes } from "./close-codes.ts";
import { docNames, readDocName } from "./doc-name.ts";
import { isAtLeast, roles } from "./roles.ts";

test.each([
  ["unreadable", 1007, "reconnect"],
  ["tooLarge", 1009, "stop"],
  ["restarting", 1012, "reconnect"],
  ["tryLater", 1013, "reconnect"],
  ["noSeat", 4401, "stop"],
  ["readOnly", 4403, "read-on"],
  ["noBoard", 4404, "stop"],
  ["sealed", 4409, "read-on"],
  ["clientTooOld", 4426, "stop"],
] as const)("after %s (%i) a client does this: %s", (reason, code, then) => {
  expect(closeCodes[reason]).toBe(code);
  expect(afterClose(code)).toBe(then);
});

test("after any other close a client comes back", () => {
  for (const code of [1000, 1001, 1006, 1011, 4000]) expect(afterClose(code)).toBe("reconnect");
});

test("the table above has every code", () => {
  expect(Object.keys(closeCodes)).toHaveLength(9);
});

test("a board has three documents", () => {
  expect(docNames).toEqual(["board", "control", "private"]);
  for (const name of docNames) expect(readDocName(name)).toBe(name);
  for (const name of ["Board", "", "__proto__", null]) expect(readDocName(name)).toBeUndefined();
});

test("facilitators may what participants may, and participants what observers may", () => {
  const matrix = roles.map((role) => roles.map((other) => isAtLeast(role, other)));
  expect(matrix).toEqual([
    [true, true, true],
    [false, true, true],
    [false, false, true],
  ]);
});

test("awareness is read where it can be understood, and what the editor adds passes through", () => {
  const state = {
    participantId: "ada",
    lookingAt: "lessons",
    editing: null,
    cursor: { anchor: 1 },
  };
  expect(readAwarenessState(state)).toEqual(state);
  expect(readAwarenessState({})).toEqual({});
  for (const odd of [null, "ada", { participantId: 1 }, { editing: 3 }, []])
    expect(readAwarenessState(odd)).toBeUndefined();
});
