// Boil it down: a few sentences a newcomer understands, and several contributing factors.
import { plainText } from "../board/plain-text.ts";
import { definePhase } from "./phase.ts";

export const summary = definePhase({
  id: "summary",
  words: "phases.summary",
  sections: ["factors", "safeguards"],
  suggestedMs: { 30: 3 * 60_000, 60: 5 * 60_000, 90: 9 * 60_000 },
  unfinished: (board) =>
    plainText(board.texts.summary).trim() === "" || board.order.factors.length === 0
      ? "phases.summary.unfinished"
      : undefined,
});
