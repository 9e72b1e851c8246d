import { expect, test } from "vitest";
import * as Y from "yjs";
import { localEdit, openBoard } from "../board/board.ts";
import { readBoardState } from "../board/projection.ts";
import { createUndoManager } from "../board/undo.ts";
import { boardMarkdown } from "../report/markdown.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import { chaptersOf, parseReport, readText } from "../testing/parse-report.ts";
import { word } from "../words/index.ts";
import type { DemoIncident } from "./demo-incident.ts";
import { demoIncidents, fillDemo } from "./index.ts";

test.each(demoIncidents)("$id: everything is on the board, in its order", (incident) => {
  const board = filled(incident);
  const texts = (section: SectionId) => board.order[section].map((id) => board.cards[id]!.plain);
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
  const under = (title: string) => chapters.find((chapter) => chapter.title === title)!.content[0]!;
  expect(chapters[0]!.title).toBe(incident.title);
  expect(readText(under("Summary"))).toBe(incident.summary.join(" "));
  expect(readText(under("Impact"))).toBe(incident.impactUsers);
  expect(readText(under("Detection"))).toBe(incident.detection);
  expect(readText(under("Resolution"))).toBe(incident.resolution);

  const table = under("Timeline");
  const rows = table.type === "table" ? table.children.slice(1) : [];
  const events = rows.map(({ children }) => readText(children[2]!)).filter((text) => text !== "");
  expect(events).toEqual(incident.events.map(({ text }) => text));
  const cells = rows.map(({ children }) => readText(children[3]!)).join("\n");
  for (const { evidence } of incident.events) expect(cells).toContain(evidence?.label ?? "");

  const items = (title: string) => {
    const list = under(title);
    return list.type === "list" ? list.children : [];
  };
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
  expect(items("Decided not to do").map(readText)).toEqual(incident.declined);
});

test("undo does not empty a demo board", () => {
  const board = openBoard(new Y.Doc());
  const undo = createUndoManager(board, "editor");
  fillDemo(board, demoIncidents[0]!, makings());
  expect(undo.canUndo()).toBe(false);
  board.doc.transact(() => board.facts.set("severity", "sev2"), localEdit);
  expect(undo.canUndo()).toBe(true);
});

test("a demo fills a board in one transaction", () => {
  const board = openBoard(new Y.Doc());
  let updates = 0;
  board.doc.on("update", () => updates++);
  fillDemo(board, demoIncidents[0]!, makings());
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
