// How links to a board look in this browser. The secret stands in the fragment, which reaches no server log.
import type { BoardId, CardId } from "@secondstory/shared";

/** The page of a board, for whoever has a seat. */
export const boardPath = (board: BoardId): string => `/b/${board}`;

/** The whole link that lets somebody in. */
export const boardLink = (board: BoardId, secret: string): string =>
  `${location.origin}${boardPath(board)}#${secret}`;

/** The link that opens at a card, without a secret: for whoever has a seat. */
export const cardLink = (board: BoardId, card: CardId): string =>
  `${location.origin}${boardPath(board)}?at=${card}`;
