// A board that is not on the server any more: deleted for good, or unknown to a server that was restored from an older state.
import type { BoardId } from "@secondstory/shared";
import { ApiFailure, call } from "./api.ts";
import { forgetKnownBoard } from "./known-boards.ts";

/** Whether the server knows that there was a board of this id, which was deleted. */
export async function isBoardDeleted(board: BoardId): Promise<boolean> {
  try {
    await call("GET", `/api/boards/${board}`);
    return false;
  } catch (failure) {
    return failure instanceof ApiFailure && failure.code === "board-deleted";
  }
}

/** Takes a deleted board off this browser; `forget` closes and deletes its copies. */
export function dropDeletedBoard(board: BoardId, forget: () => void): void {
  forgetKnownBoard(board);
  forget();
}
