// Something that many people get: encoded once for all, and once for each of the few who brought a part of it.
import type { Peer } from "./peer.ts";

/** With more authors than this, all of them get back their own too: it says nothing new to them and costs nothing. */
const maxAuthors = 8;

/** So they do if it is so large: a frame for each author would cost more than what it spares them. */
const maxForAuthorBytes = 32 * 1024;

/** A part of a broadcast, with who brought it. */
export interface Contribution<Value> {
  readonly author: Peer | undefined;
  readonly value: Value;
}

/** Frames as they go over the wire. */
export interface Broadcast {
  /** For everybody who is not in `authors`. */
  readonly forAll: Uint8Array;
  readonly authors: ReadonlySet<Peer>;
  /** What the others brought; undefined if that is nothing. */
  readonly forAuthor: (author: Peer) => Uint8Array | undefined;
}

/** Makes a broadcast; `encode` makes a frame of parts. `forAll` is the frame of all of them, if it was made already. */
export function broadcast<Value>(
  parts: readonly Contribution<Value>[],
  encode: (values: readonly Value[]) => Uint8Array,
  forAll?: Uint8Array,
): Broadcast {
  const valuesOf = (some: readonly Contribution<Value>[]) => some.map(({ value }) => value);
  const authors = new Set<Peer>();
  for (const { author } of parts) if (author) authors.add(author);
  const frame = forAll ?? encode(valuesOf(parts));
  const isAlone = authors.size === 1;
  if (!isAlone && (authors.size > maxAuthors || frame.length > maxForAuthorBytes)) authors.clear();
  return {
    forAll: frame,
    authors,
    forAuthor(author) {
      const others = parts.filter((part) => part.author !== author);
      return others.length > 0 ? encode(valuesOf(others)) : undefined;
    },
  };
}
