// Forgetting a board on this device: the seat, the links and the copies go; the board stays on the server.
import { docNames, type BoardId } from "@secondstory/shared";
import { leaveBoard } from "./api.ts";
import { forgetKnownBoard, knownBoard } from "./known-boards.ts";

/** Forgets a board. Without a connection the seat stays on the server, but nothing here knows of it any more. */
export async function forgetBoard(board: BoardId): Promise<void> {
  const known = knownBoard(board);
  forgetKnownBoard(board);
  await leaveBoard(board).catch(() => undefined);
  if (!known) return;
  const { forgetVisits } = await import("./last-visit.ts");
  forgetVisits(board);
  const { copyName, deleteCopies } = await import("./local-copy.ts");
  await deleteCopies(docNames.map((name) => copyName(board, known.participantId, name)));
}
