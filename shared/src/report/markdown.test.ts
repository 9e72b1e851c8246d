import { expect, test } from "vitest";
import * as Y from "yjs";
import { openBoard, type Board } from "../board/board.ts";
import { addCard, setFact, type NewCard } from "../board/commands.ts";
import type { Evidence } from "../board/evidence.ts";
import { readBoardState } from "../board/projection.ts";
import { rankAtEnd } from "../board/rank.ts";
import { writePlainText } from "../board/rich-text.ts";
import { readCardId, readEvidenceId, readParticipantId } from "../ids.ts";
import type { SectionId } from "../sections/index.ts";
import type { EventKind } from "../sections/timeline.ts";
import { boardMarkdown, type ReportOptions } from "./markdown.ts";
import type { Language } from "../words/index.ts";

const minute = (time: string) => Date.parse(`2026-03-12T${time}:00Z`);

test("smoke", () => {
  const { board, put, event } = sheet();
  event(
    "10:01",
    "impact_start",
    "Pool exhausted, first 5xx | `x` @lena #12 www.é_x_ https://a.b/c?x=1&y=2.",
    [{ text: "WARN pool\n~~~\nx", label: "Log of pod-1" }],
  );
  event("10:02", "detected", "Alert");
  event("10:20", "mitigated", "Normal", [
    { url: "https://grafana.example.com/d/abc?from=1&to=2", label: "graph" },
  ]);
  put("actions", "Reject pool sizes", {
    owner: "Lena",
    due: "2026-03-27",
    type: "prevent",
    strength: "strong",
  });
  put("actions", "Show one");
  put("helped", "The alert fired");
  setFact(board, "severity", "sev2");
  writePlainText(board.texts.summary, "A config\nchange");
  console.log(report(board));
  console.log(report(board, "de", { keepEmpty: true, frontMatter: true }));
});

const report = (board: Board, language: Language = "en", options: ReportOptions = {}) =>
  boardMarkdown({
    board: readBoardState(board),
    control: { title: "Checkout errors after pool size change", roster: {} },
    language,
    options,
  });

function sheet() {
  const board = openBoard(new Y.Doc());
  let count = 0;
  const put = (
    section: SectionId,
    text: string,
    fields: object = {},
    evidence: Partial<Evidence>[] = [],
  ) => {
    const card = {
      id: readCardId(`c${++count}`)!,
      section,
      rank: rankAtEnd(readBoardState(board), section, () => false),
      at: 0,
      text,
      fields,
      evidence: evidence.map((piece, index) => ({
        id: readEvidenceId(`e${index}`)!,
        type: "log",
        label: "",
        url: null,
        text: null,
        addedAt: index,
        ...piece,
      })),
    } as NewCard;
    expect(addCard(board, card).ok).toBe(true);
  };
  const event = (time: string, kind: EventKind, text: string, evidence: Partial<Evidence>[] = []) =>
    put("timeline", text, { when: { at: minute(time), approx: false }, kind }, evidence);
  return { board, put, event };
}
