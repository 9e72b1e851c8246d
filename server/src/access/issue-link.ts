// A new link from outside a meeting, for whoever runs the server: when nobody has the facilitator link any more.
import type { BoardId, Role } from "@secondstory/shared";
import type { Storage } from "../storage/storage.ts";
import { newLink, type NewLink } from "./keys.ts";

/**
 * Adds a link of a role to a board; the others go on working. `at` is epoch milliseconds.
 *
 * What comes back is the only copy of the secret. Rejects with `board-gone` if there is no such board. A server that has the
 * board open at the moment takes the link too: links are looked up in the storage.
 */
export async function issueLink(
  storage: Pick<Storage, "decide">,
  board: BoardId,
  role: Role,
  at: number,
): Promise<NewLink> {
  const made = newLink(role);
  await storage.decide(board, { at, access: [{ type: "add-secret", secret: made.stored }] });
  return made;
}
