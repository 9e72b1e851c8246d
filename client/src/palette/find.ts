// Finding by words: each one stands somewhere in the name, whatever its case and accents.
import type { Found } from "../ui/finder.tsx";

/** How many are shown at once: more than anybody reads, less than makes typing slow. */
export const mostShown = 50;

/** What fits, best first: those that begin with what was typed, then those in which a word does, then all others, as they came. */
export function find<One extends Pick<Found, "name" | "remark">>(
  all: readonly One[],
  query: string,
): readonly One[] {
  const words = bare(query).split(/\s+/).filter(Boolean);
  const ranked = all.flatMap((one) => {
    const text = bare(`${one.name} ${one.remark ?? ""}`);
    return words.every((word) => text.includes(word)) ? [{ one, rank: rankOf(text, words) }] : [];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ one }) => one);
}

function rankOf(text: string, [first = ""]: readonly string[]): number {
  if (text.startsWith(first)) return 0;
  return text.includes(` ${first}`) ? 1 : 2;
}

const bare = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
