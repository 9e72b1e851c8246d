// Few and specific measures, each with somebody attached.
import { definePhase } from "./phase.ts";

export const actionsPhase = definePhase({
  id: "actions",
  words: "phases.actions",
  sections: ["actions", "declined"],
  suggestedMs: { 30: 4 * 60_000, 60: 8 * 60_000, 90: 12 * 60_000 },
  unfinished: (board) =>
    board.order.actions.some((id) => {
      const card = board.cards[id];
      return card?.section === "actions" && !card.fields.owner?.trim();
    })
      ? "phases.actions.unfinished"
      : undefined,
});
