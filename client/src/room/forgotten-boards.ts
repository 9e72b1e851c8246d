// Boards that were forgotten here while the server could not be told. Until it is, its cookies still know them, and must not
// bring them back.
import { z } from "zod/mini";
import { readBoardId, type BoardId } from "@secondstory/shared";

const storageKey = "second-story:forgotten";
const stored = z.array(z.string());

/** Those that the server still has to be told of. */
export function forgottenBoards(): readonly BoardId[] {
  try {
    const parsed = stored.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? "[]"));
    return (parsed.data ?? []).map(readBoardId).filter((id) => id !== undefined);
  } catch {
    return []; // unreadable, or storage is refused: then the cookie may bring a board back, and it is forgotten once more
  }
}

/** Notes that a board was forgotten. */
export const markForgotten = (board: BoardId): void =>
  write([board, ...forgottenBoards().filter((id) => id !== board)]);

/** The server knows, or somebody joined again. */
export function unmarkForgotten(board: BoardId): void {
  const rest = forgottenBoards().filter((id) => id !== board);
  if (rest.length < forgottenBoards().length) write(rest);
}

function write(boards: readonly BoardId[]): void {
  try {
    if (boards.length === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(boards));
  } catch {
    // see above
  }
}
