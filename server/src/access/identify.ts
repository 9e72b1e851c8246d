// Who asks: what a call carries, and what the storage knows of it.
import type { BoardId } from "@secondstory/shared";
import { parseCookie } from "cookie";
import type { Identity } from "../rooms/peer.ts";
import type { Storage, StoredSecret } from "../storage/storage.ts";
import { findSecret, hashKey } from "./keys.ts";

/** The cookie that stands for a seat; its path names the board. */
export const seatCookie = "seat";

/** What a call carries to say who asks. */
export interface Credentials {
  readonly via: "bearer" | "cookie";
  readonly key: string;
}

/** The headers that say who asks. */
interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/** Reads the Authorization header, or else the cookie. */
export function readCredentials(headers: CredentialHeaders): Credentials | undefined {
  const [scheme = "", bearer = ""] = (headers.authorization ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer" && bearer) return { via: "bearer", key: bearer };
  const cookie = headers.cookie && parseCookie(headers.cookie)[seatCookie];
  return cookie ? { via: "cookie", key: cookie } : undefined;
}

/** Whom a key belongs to: the holder of a seat or, for scripts, of a link that works. */
export async function identify(
  storage: Storage,
  board: BoardId,
  { via, key }: Credentials,
): Promise<Identity | undefined> {
  const hash = hashKey(key);
  const seat = await storage.findSeat(board, hash);
  if (seat) return { type: "seat", participant: seat.participant, key: hash };
  if (via === "cookie") return undefined;
  const secret = findSecret(await storage.listSecrets(board), hash);
  if (!secret || secret.switchedOffAt !== undefined) return undefined;
  return { type: "link", role: secret.role, key: hash };
}

/** The link a secret belongs to, working or not. */
export async function linkOf(
  storage: Storage,
  board: BoardId,
  secret: string,
): Promise<StoredSecret | undefined> {
  return findSecret(await storage.listSecrets(board), hashKey(secret));
}
