import { topicOf, topicTitle, type BoardState, type CardId } from "@secondstory/shared";

/** What the topic of a card is called: the name of its group, or the words of the note. */
export function topicName(board: BoardState, id: CardId): string {
  const topic = topicOf(board, id);
  return topic ? topicTitle(board, topic) : (board.cards[id]?.plain.trim() ?? "");
}
