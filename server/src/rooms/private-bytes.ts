// Private documents as bytes: which of them are worth opening.
import type { BoardId, ParticipantId } from "@secondstory/shared";
import type { Storage } from "../storage/storage.ts";

/** Whether an update may put a new key into a root: it names the root then. One that may is opened, to be sure. */
export const mayHold = (update: Uint8Array, root: string): boolean =>
  Buffer.from(update.buffer, update.byteOffset, update.byteLength).includes(root);

/** Whether anything on disk of somebody's private document may be in a root. */
export async function mayHaveStored(
  { storage, board }: { readonly storage: Storage; readonly board: BoardId },
  owner: ParticipantId,
  root: string,
): Promise<boolean> {
  const { state, rows } = await storage.loadDoc(board, `private/${owner}`);
  return [...(state ? [state] : []), ...rows.map(({ update }) => update)].some((bytes) =>
    mayHold(bytes, root),
  );
}
