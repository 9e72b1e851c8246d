// Questions on events: which are open, what was answered, and what the report says of them.
import { expect, test } from "vitest";
import { boardMarkdown } from "../report/index.ts";
import { build, card, cardId, Replicas, sameBits, section } from "../testing/index.ts";
import { addCard, removeCard, restoreCard, setFields } from "./commands.ts";
import type { Board } from "./board.ts";
import { readBoardState } from "./projection.ts";
import { rankAtEnd } from "./rank.ts";

const at = (time: string) => ({
  when: { at: Date.parse(`2026-03-12T${time}:00Z`), approx: false },
});

/** Two events, the later one first written, and a question on each; one more is about none. */
const scene = () =>
  build(
    section(
      "timeline",
      card("Rolled back", at("10:12"), { id: "late" }),
      card("Paged", at("10:02"), { id: "early" }),
    ),
    section(
      "questions",
      card("Which options were there?", { about: "late", to: "Priya" }, { id: "options" }),
      card("Who was in the call?", { about: "early" }, { id: "call" }),
      card("Why did the canary stay green?", { to: "Anna" }, { id: "canary" }),
    ),
  );

const ask = (board: Board) => readBoardState(board).questions;
const answer = (board: Board, id: string, question: string, text: string) =>
  addCard(board, {
    id: cardId(id),
    section: "answers",
    rank: rankAtEnd(readBoardState(board), "answers", sameBits()),
    at: 5,
    text,
    fields: { question },
  });

test("[WQ1] open questions are in the order of their events, those about none last", () => {
  const { about, open } = ask(scene());
  expect(open).toEqual(["call", "options", "canary"]);
  expect(about).toEqual({ late: ["options"], early: ["call"] });
});

test("[WQ2] a question is answered by any answer in words, or aloud; and open again without", () => {
  const board = scene();
  answer(board, "a", "call", "Three engineers and support");
  answer(board, "blank", "options", " ");
  setFields(board, cardId("canary"), "questions", { settled: true });
  expect(ask(board).open).toEqual(["options"]);
  expect(ask(board).answersTo).toEqual({ call: ["a"] });
  removeCard(board, cardId("a"), 9);
  setFields(board, cardId("canary"), "questions", { settled: false });
  expect(ask(board).open).toEqual(["call", "options", "canary"]);
});

test("[WQ3] a question outlives its event: it is asked at the end of the list", () => {
  const board = scene();
  removeCard(board, cardId("early"), 9);
  expect(ask(board).open).toEqual(["options", "call", "canary"]);
  restoreCard(board, cardId("early"));
  expect(ask(board).open).toEqual(["call", "options", "canary"]);
});

test("[WQ4] two people who answer at once are both heard", () => {
  const replicas = new Replicas(2, scene());
  answer(replicas.at(0).board, "one", "call", "Support was");
  answer(replicas.at(1).board, "two", "call", "So was the DBA on call");
  replicas.settle();
  for (const { view } of replicas.all)
    expect(view.getState().questions.answersTo).toEqual({
      call: expect.toSatisfy((ids: string[]) => [...ids].toSorted().join() === "one,two"),
    });
});

test("[WQ5] the report lists what is open, and prints answered ones beside their event", () => {
  const board = scene();
  answer(board, "a", "call", "Three engineers | support");
  setFields(board, cardId("canary"), "questions", { settled: true });
  const markdown = boardMarkdown({
    board: readBoardState(board),
    control: { title: "Checkout errors", roster: {} },
    language: "en",
  });
  expect(markdown).toContain("| 10:02 | Observation | Paged | Q1 |");
  expect(markdown).toContain("| 10:12 | Observation | Rolled back | – |");
  expect(markdown).toContain("## Open questions\n\n- Which options were there? (10:12, Priya)\n");
  expect(markdown).toContain(
    "## Evidence\n\n**Q1** Who was in the call? (10:02)\n\n- Three engineers | support\n\n" +
      "**Q2** Why did the canary stay green? (Anna)\n\n- answered in the meeting\n",
  );
});
