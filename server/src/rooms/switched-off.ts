// Links that were switched off: whoever asks by one of them alone, without a seat, is closed.
import type { BoardId } from "@secondstory/shared";
import type { AccessChange, Storage } from "../storage/storage.ts";
import type { Peer } from "./peer.ts";

/** Closes scripts that came by a link which was just switched off. */
export async function closeSwitchedOff(
  { storage, board }: { readonly storage: Storage; readonly board: BoardId },
  everybody: readonly Peer[],
  access: readonly AccessChange[],
): Promise<void> {
  const isSwitchedOff = access.some(({ type }) => type.startsWith("switch-off"));
  const scripts = everybody.filter(({ identity }) => identity.type === "link");
  if (!isSwitchedOff || scripts.length === 0) return;
  const secrets = await storage.listSecrets(board);
  const working = secrets.filter(({ switchedOffAt }) => switchedOffAt === undefined);
  const valid = new Set(working.map(({ hash }) => hash));
  for (const peer of scripts) if (!valid.has(peer.identity.key)) peer.close("noSeat");
}
