import { describe, expect, test } from "vitest";
import { readBoardState, type BoardState } from "../board/projection.ts";
import { sections } from "../sections/index.ts";
import { build, card, section, text, type Part } from "../testing/index.ts";
import { word } from "../words/index.ts";
import { phaseIds, phases, readPhaseId, type PhaseId } from "./index.ts";

test("a meeting has seven phases, in this order", () => {
  expect(phaseIds).toEqual([
    "prepare",
    "check-in",
    "timeline",
    "summary",
    "lessons",
    "actions",
    "check-out",
  ]);
});

test("a phase is read by its id alone", () => {
  for (const id of phaseIds) expect(readPhaseId(id)).toBe(id);
  for (const id of ["later", "__proto__", null, 0]) expect(readPhaseId(id)).toBeUndefined();
});

test("the suggested times of a meeting add up to it", () => {
  for (const minutes of [30, 60, 90] as const) {
    const total = phases.reduce((sum, { suggestedMs }) => sum + suggestedMs[minutes], 0);
    expect(total).toBe(minutes * 60_000);
  }
});

test("every section comes up in a phase, but for what hangs at events, the people expected, and parking", () => {
  const shown = new Set<string>(phases.flatMap((phase) => phase.sections));
  const others = sections.map(({ id }) => id).filter((id) => !shown.has(id));
  expect(others.toSorted()).toEqual(["answers", "expected", "parking", "questions", "remarks"]);
});

test("every phase invites in both languages", () => {
  for (const { words } of phases)
    for (const language of ["en", "de"] as const) {
      expect(word(language, `${words}.title`)).toBeTruthy();
      expect(word(language, `${words}.invitation`)).toBeTruthy();
    }
});

describe("what is unfinished", () => {
  const event = section("timeline", card("Paged"));
  const factor = section("factors", card("Two clocks"));
  test.each<[PhaseId, string, readonly Part[], boolean]>([
    ["prepare", "no event", [], true],
    ["prepare", "an event", [event], false],
    ["timeline", "no event", [], true],
    ["timeline", "an event", [event], false],
    ["summary", "nothing", [], true],
    ["summary", "a summary without factors", [text("summary", "So it went")], true],
    ["summary", "factors without a summary", [factor], true],
    ["summary", "a blank summary", [text("summary", " \n"), factor], true],
    ["summary", "both", [text("summary", "So it went"), factor], false],
    ["actions", "no action: that is a result too", [], false],
    ["actions", "an action without an owner", [section("actions", card("Fix it"))], true],
    ["actions", "an owner of blanks", [section("actions", card("Fix it", { owner: " " }))], true],
    ["actions", "an owner", [section("actions", card("Fix it", { owner: "Ada" }))], false],
    ["lessons", "nothing: silence is fine", [], false],
    ["check-in", "nothing: passing is fine", [], false],
    ["check-out", "nothing: passing is fine", [], false],
  ])("%s with %s", (id, _name, parts, isUnfinished) => {
    const key = unfinished(id, readBoardState(build(...parts)));
    expect(key).toBe(isUnfinished ? `phases.${id}.unfinished` : undefined);
    if (key) expect(word("en", key)).toBeTruthy();
  });
});

const unfinished = (id: PhaseId, board: BoardState) =>
  phases.find((phase) => phase.id === id)?.unfinished(board);
