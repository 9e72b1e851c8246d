// Who is expected and who has come: names are compared loosely, because people join as “Anna” and are expected as “Anna L.”.
import { readParticipantId, type ParticipantId } from "../ids.ts";
import type { CardOf } from "./card.ts";

/** Somebody on the roster, as far as names go. */
export interface Joined {
  readonly id: ParticipantId;
  readonly name: string;
}

/**
 * Who of those on the roster an expected person is: the one somebody named by hand, else the only one whose name fits. A
 * name fits if it is the same without accents, case and blanks, or if all words of one are words of the other.
 */
export function joinedAs(
  { plain, fields }: CardOf<"expected">,
  roster: readonly Joined[],
): ParticipantId | undefined {
  const chosen = readParticipantId(fields.joinedAs);
  if (chosen) return roster.some(({ id }) => id === chosen) ? chosen : undefined;
  const wanted = wordsOf(plain);
  const fitting = roster.filter(({ name }) => isSame(wanted, wordsOf(name)));
  const exact = fitting.filter(({ name }) => wordsOf(name).join(" ") === wanted.join(" "));
  const [only, ...others] = exact.length > 0 ? exact : fitting;
  return others.length === 0 ? only?.id : undefined;
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Initials count: “Anna L.” is “Anna Lindt”. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((word) =>
    many.some((other) => other === word || (isInitial(word, other) && few.length > 1)),
  );
}

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
