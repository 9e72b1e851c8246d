// Forgetting a board on this device: the seat, the links and the copies go; the board stays on the server.
import { docNames, type BoardId } from "@secondstory/shared";
import { ApiFailure, leaveBoard } from "./api.ts";
import { markForgotten, unmarkForgotten } from "./forgotten-boards.ts";
import { forgetKnownBoard, knownBoard } from "./known-boards.ts";

/** Forgets a board. Without a connection the server hears of it later; nothing here knows of the board any more. */
export async function forgetBoard(board: BoardId): Promise<void> {
  const known = knownBoard(board);
  forgetKnownBoard(board);
  markForgotten(board);
  await leaveForgotten(board);
  if (!known) return;
  const { forgetVisits } = await import("./last-visit.ts");
  forgetVisits(board);
  const { copyName, deleteCopies } = await import("./local-copy.ts");
  await deleteCopies(docNames.map((name) => copyName(board, known.participantId, name)));
}

/** Gives back the seat of a board that was forgotten. Answers whether the server heard of it. */
export async function leaveForgotten(board: BoardId): Promise<boolean> {
  try {
    await leaveBoard(board);
  } catch (failure) {
    const isGone = failure instanceof ApiFailure && [401, 404].includes(failure.status);
    if (!isGone) return false;
  }
  unmarkForgotten(board);
  return true;
}
