// Before the meeting: collect the facts, from everyone, at any time.
import { definePhase } from "./phase.ts";

export const prepare = definePhase({
  id: "prepare",
  words: "phases.prepare",
  sections: ["timeline"],
  suggestedMs: { 30: 0, 60: 0, 90: 0 },
  unfinished: (board) =>
    board.order.timeline.length === 0 ? "phases.prepare.unfinished" : undefined,
});
