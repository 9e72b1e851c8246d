// Secrets of links and tokens of seats: made here, kept as hashes, compared in constant time.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import {
  deviceMark,
  invariant,
  linkIdLength,
  linkIdOf,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import type { KeyHash, NewSecret, StoredSecret } from "../storage/storage.ts";

/** A key of 192 random bits, as 32 characters that need no escaping in an address. */
export const newKey = (): string => randomBytes(24).toString("base64url");

/** A link that is just made: its secret, and what is kept of it. */
export interface NewLink {
  readonly secret: string;
  readonly stored: NewSecret;
}

/** Makes a link of a role. Its id stands before its key in the secret, and is no part of what makes it secret. */
export function newLink(role: Role, madeBy?: ParticipantId): NewLink {
  const secret = randomBytes((linkIdLength * 6) / 8).toString("base64url") + newKey();
  const link = linkIdOf(secret);
  invariant(link, "random characters make an id");
  return { secret, stored: { hash: hashKey(secret), link, role, madeBy } };
}

/** The secret of a link that takes a seat to another device. */
export const newDeviceSecret = (): string => deviceMark + newKey();

/** What is kept of a secret. It has enough random bits that a plain SHA-256 cannot be turned round. */
export const hashKey = (key: string): KeyHash =>
  createHash("sha256").update(key).digest("base64url");

/** Finds the link with this hash. Every one is compared, each in constant time. */
export function findSecret(
  secrets: readonly StoredSecret[],
  hash: KeyHash,
): StoredSecret | undefined {
  const wanted = Buffer.from(hash);
  let found: StoredSecret | undefined;
  for (const secret of secrets) {
    const candidate = Buffer.from(secret.hash);
    if (candidate.length === wanted.length && timingSafeEqual(candidate, wanted)) found = secret;
  }
  return found;
}
