// Walk the events together: one shared picture, with the views from inside.
import { definePhase } from "./phase.ts";

export const timelinePhase = definePhase({
  id: "timeline",
  words: "phases.timeline",
  sections: ["timeline"],
  suggestedMs: { 30: 12 * 60_000, 60: 28 * 60_000, 90: 42 * 60_000 },
  unfinished: (board) =>
    board.order.timeline.length === 0 ? "phases.timeline.unfinished" : undefined,
});
