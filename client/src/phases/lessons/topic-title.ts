import { topicOf, topicTitle as titleOf, type BoardState, type CardId } from "@secondstory/shared";

/** What a topic is called: the name of a group, or the words of a note. */
export function topicTitle(board: Pick<BoardState, "cards" | "topics">, id: CardId): string {
  const topic = topicOf(board, id);
  return topic ? titleOf(board, topic) : (board.cards[id]?.plain.trim() ?? "");
}
