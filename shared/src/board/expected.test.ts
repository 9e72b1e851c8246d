// Names as people are expected by, and as they join.
import { expect, test } from "vitest";
import { build, card, cardId, participantId, section } from "../testing/index.ts";
import { joinedAs } from "./expected.ts";
import { readBoardState } from "./projection.ts";

const roster = ["Anna Lindt", "Tom", "Tom Weber", "José", "DBA on call"].map((name, index) => ({
  id: participantId(`p${index}`),
  name,
}));

function whoIs(name: string, chosen: string | null = null, people = roster) {
  const board = build(section("expected", card(name, { joinedAs: chosen }, { id: "one" })));
  const one = readBoardState(board).cards[cardId("one")];
  return one?.section === "expected" ? joinedAs(one, people) : "no card";
}

test.each([
  ["anna lindt", "p0"],
  ["Anna", "p0"],
  ["Lindt, Anna", "p0"],
  ["Anna L.", "p0"],
  ["Tom", "p1"], // the same name before one that only begins like it
  ["Tom Weber", "p2"],
  ["T. Weber", "p2"],
  ["jose", "p3"],
  ["DBA", "p4"],
  ["Mehmet", undefined],
  ["A", undefined],
  ["…", undefined],
])("[WE1] %s is found loosely", (name, id) => expect(whoIs(name)).toBe(id));

test("[WE2] two who fit are nobody until somebody says which", () => {
  const two = [
    { id: participantId("x"), name: "Kim Berg" },
    { id: participantId("y"), name: "Kim Sand" },
  ];
  expect(whoIs("Kim", null, two)).toBeUndefined();
  expect(whoIs("Kim", "y", two)).toBe("y");
});

test("[WE2] who was named by hand and is not on the roster any more has not joined", () =>
  expect(whoIs("Anna", "gone")).toBeUndefined());
