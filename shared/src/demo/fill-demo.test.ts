import { expect, test } from "vitest";
import * as Y from "yjs";
import { localEdit, openBoard } from "../board/board.ts";
import { readBoardState } from "../board/projection.ts";
import { createUndoManager } from "../board/undo.ts";
import { boardMarkdown } from "../report/markdown.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import {
  cellsOf,
  chaptersOf,
  contentUnder,
  listUnder,
  parseReport,
  readText,
  tableUnder,
} from "../testing/parse-report.ts";
import { word } from "../words/index.ts";
import type { DemoIncident } from "./demo-incident.ts";
import { demoIncidents, fillDemo, github2018 } from "./index.ts";

test.each(demoIncidents)("$id: everything is on the board, in its order", (incident) => {
  const board = filled(incident);
  const texts = (section: SectionId) => board.order[section].map((id) => board.cards[id]?.plain);
  expect(texts("timeline")).toEqual(incident.events.map(({ text }) => text));
  expect(texts("actions")).toEqual(incident.actions.map(({ text }) => text));
  for (const section of lessonSections) expect(texts(section)).toEqual(incident.lessons[section]);
  for (const section of ["factors", "safeguards", "declined"] as const)
    expect(texts(section)).toEqual(incident[section]);
  expect(Object.keys(board.marks)).toEqual(
    expect.arrayContaining(["impact_start", "detected", "mitigated", "resolved"]),
  );
  for (const mark of Object.values(board.marks)) expect(mark.contestedBy).toEqual([]);
});

test.each(demoIncidents)("$id: every event, lesson and action is in the Markdown", (incident) => {
  const chapters = chaptersOf(parseReport(markdownOf(incident)));
  const items = (title: string) => listUnder(chapters, title).children;
  const paragraph = (title: string) => contentUnder(chapters, title).map(readText).join("\n");
  expect(chapters[0]?.title).toBe(incident.title);
  expect(paragraph("Summary")).toBe(incident.summary.join(" "));
  expect(paragraph("Impact")).toBe(incident.impactUsers);
  expect(paragraph("Impact on the people who worked on it")).toBe(incident.impactPeople);
  expect(paragraph("Detection")).toBe(incident.detection);
  expect(paragraph("Resolution")).toBe(incident.resolution);

  const rows = cellsOf(tableUnder(chapters, "Timeline")).slice(1);
  const events = rows.filter(([, kind]) => kind !== "");
  expect(events.map(([, , text]) => text)).toEqual(incident.events.map(({ text }) => text));
  expect(events.map(([, , , evidence]) => evidence)).toEqual(
    incident.events.map(({ evidence }) => evidence?.label ?? "–"),
  );
  for (const section of lessonSections)
    expect(items(word("en", `sections.${section}.title`)).map(readText)).toEqual(
      incident.lessons[section],
    );
  expect(items("Actions").map((item) => [item.checked, readText(item)])).toEqual(
    incident.actions.map(({ text, owner, type, strength, due, done }) => [
      done === true,
      `${text} — ${[owner, due && `due ${due}`, type, strength].filter(Boolean).join(", ")}`,
    ]),
  );
  expect(items("Contributing factors").map(readText)).toEqual(incident.factors);
  expect(items("Which safeguards were meant to catch it?").map(readText)).toEqual(
    incident.safeguards,
  );
  expect(items("Decided not to do").map(readText)).toEqual(incident.declined);
});

test("undo does not empty a demo board", () => {
  const board = openBoard(new Y.Doc());
  const undo = createUndoManager(board, "editor");
  fillDemo(board, github2018, makings());
  expect(undo.canUndo()).toBe(false);
  board.doc.transact(() => board.facts.set("severity", "sev2"), localEdit);
  expect(undo.canUndo()).toBe(true);
});

test("a demo fills a board in one transaction", () => {
  const board = openBoard(new Y.Doc());
  let updates = 0;
  board.doc.on("update", () => updates++);
  fillDemo(board, github2018, makings());
  expect(updates).toBe(1);
});

function filled(incident: DemoIncident) {
  const board = openBoard(new Y.Doc());
  fillDemo(board, incident, makings());
  return readBoardState(board);
}

const markdownOf = (incident: DemoIncident) =>
  boardMarkdown({
    board: filled(incident),
    control: { title: incident.title, roster: {} },
    language: "en",
  });

function makings() {
  let count = 0;
  return { newId: () => `demo-${++count}`, randomBit: () => false, at: 1 };
}
