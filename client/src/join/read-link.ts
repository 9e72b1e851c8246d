// The secret in a link, as it stands in an address or was pasted.
import { readBoardId, type BoardId } from "@secondstory/shared";

/** A secret as it stands in a fragment; undefined for anything else. */
export function readSecret(fragment: string): string | undefined {
  return /^#?((?:device\.)?[A-Za-z0-9_-]{8,190})$/.exec(fragment)?.[1];
}

/** What a pasted link leads to; a bare key belongs to the board that is open. */
export function readLink(
  text: string,
  here: BoardId,
): { readonly board: BoardId; readonly secret: string } | undefined {
  const [address = "", fragment] = text.trim().split("#");
  const secret = readSecret(fragment ?? address);
  if (!secret) return undefined;
  if (fragment === undefined || address === "") return { board: here, secret };
  const board = readBoardId(/\/b\/([^/?]+)/.exec(address)?.[1]);
  return board && { board, secret };
}
