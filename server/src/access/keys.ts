// Secrets of links and tokens of seats: made here, kept as hashes, compared in constant time.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { KeyHash, StoredSecret } from "../storage/storage.ts";

/** A secret of 192 random bits, as 32 characters that need no escaping in an address. */
export const newKey = (): string => randomBytes(24).toString("base64url");

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
