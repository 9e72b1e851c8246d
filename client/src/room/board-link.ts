// How links to a board look in this browser. The secret stands in the fragment, which reaches no server log.
import type { BoardId, CardId } from "@secondstory/shared";
import { basePath } from "./base-path.ts";

/** Where the page of a board lies on this host, for whoever has a seat. */
export const boardPath = (board: BoardId): string => `${basePath}/b/${board}`;

/** The whole address of a board, without a key. */
export const boardAddress = (board: BoardId): string => `${location.origin}${boardPath(board)}`;

/** The whole link that lets somebody in. */
export const boardLink = (board: BoardId, secret: string): string =>
  `${boardAddress(board)}#${secret}`;

/** The link that opens at a card, without a secret: for whoever has a seat. */
export const cardLink = (board: BoardId, card: CardId): string =>
  `${boardAddress(board)}?at=${card}`;
