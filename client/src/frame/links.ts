import type { BoardId } from "@secondstory/shared";

/** A link that opens a board, by its secret. The secret stands in the fragment, which reaches no server. */
export const linkTo = (board: BoardId, secret: string): string =>
  `${location.origin}/b/${board}#${secret}`;

/** The same link to look at: without the secret. */
export const addressOf = (board: BoardId): string => `${location.host}/b/${board}`;
