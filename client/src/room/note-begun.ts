// Which cards this person began, noted in the private document: a board keeps no authors, so nobody else can tell.
import type * as Y from "yjs";
import { noteBegun, type Board, type CardId, type Private } from "@secondstory/shared";

/** Follows a board from here on. Answers how to stop. */
export function followBegun(board: Board, own: Private, now: () => number): () => void {
  const onCards = ({ keys }: Y.YMapEvent<unknown>, { local }: Y.Transaction) => {
    if (!local) return;
    for (const [id, { action }] of keys) if (action === "add") noteBegun(own, id as CardId, now()); // this session makes ids
  };
  board.cards.observe(onCards);
  return () => board.cards.unobserve(onCards);
}
