// How links to a board look in this browser. The secret stands in the fragment, which reaches no server log.
import type { BoardId } from "@secondstory/shared";

/** The page of a board, for whoever has a seat. */
export const boardPath = (board: BoardId): string => `/b/${board}`;

/** The whole link that lets somebody in. */
export const boardLink = (board: BoardId, secret: string): string =>
  `${location.origin}${boardPath(board)}#${secret}`;

/** The whole address of a board, without a secret: it opens for whoever has a seat. */
export const boardAddress = (board: BoardId): string => `${location.origin}${boardPath(board)}`;
