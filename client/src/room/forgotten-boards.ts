// Boards that were forgotten here while the server could not be told. Until it is, its cookies still know them, and must not
// bring them back.
import { readBoardId, type BoardId } from "@secondstory/shared";

const storageKey = "second-story:forgotten";

/** Those that the server still has to be told of. Where storage is refused there are none: a board may have to be forgotten twice. */
export function forgottenBoards(): readonly BoardId[] {
  try {
    const ids = (localStorage.getItem(storageKey) ?? "").split(".");
    return ids.map(readBoardId).filter((id) => id !== undefined);
  } catch {
    return [];
  }
}

/** Notes that a board was forgotten. */
export const markForgotten = (board: BoardId): void => write([board, ...without(board)]);

/** The server knows, or somebody joined again. */
export const unmarkForgotten = (board: BoardId): void => write(without(board));

const without = (board: BoardId) => forgottenBoards().filter((id) => id !== board);

function write(boards: readonly BoardId[]): void {
  try {
    localStorage.setItem(storageKey, boards.join("."));
  } catch {
    // see above
  }
}
