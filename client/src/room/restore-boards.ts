// What scripts keep can be cleared while cookies stay, as some browsers do after a week. The cookies still name the boards of
// this browser and hold its seats, so that the list of boards comes back.
import { z } from "zod/mini";
import { readBoardId, type BoardId } from "@secondstory/shared";
import { call, joinBoard, readSummary } from "./api.ts";
import { leaveForgotten } from "./forget-board.ts";
import { forgottenBoards } from "./forgotten-boards.ts";
import { knownBoard, rememberBoard } from "./known-boards.ts";

/** Puts the boards that only the cookies know back on the list. What fails now is tried with the next visit. */
export async function restoreBoards(): Promise<void> {
  for (const board of forgottenBoards()) await leaveForgotten(board);
  const forgotten = new Set(forgottenBoards());
  const named = await namedBoards().catch(() => []);
  const missing = named.filter((board) => !knownBoard(board) && !forgotten.has(board));
  // one after the other, the oldest first: each joining puts its board to the front of the cookie
  for (const board of missing.toReversed()) await restore(board).catch(() => undefined);
}

async function restore(board: BoardId): Promise<void> {
  const { participantId, role, isWaiting } = await joinBoard(board, {});
  if (isWaiting) return; // at its door: nothing is known of it yet
  const { title, phase, createdAt } = await readSummary(board);
  rememberBoard({ id: board, participantId, role, title, phase, lastVisitAt: createdAt });
}

const namedSchema = z.object({ boards: z.array(z.string()) });

/** The boards that this browser's cookie names, the last one joined first. */
async function namedBoards(): Promise<readonly BoardId[]> {
  const { boards } = namedSchema.parse(await call("GET", "/api/boards"));
  return boards.map(readBoardId).filter((id) => id !== undefined);
}
