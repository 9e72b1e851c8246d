import type { BoardState, CardId } from "@secondstory/shared";

/** What a topic is called: its words. */
export const topicTitle = ({ cards }: Pick<BoardState, "cards">, id: CardId): string =>
  cards[id]?.plain.trim() ?? "";
