// Notes that were set aside, as their author keeps them: the server brings the words here when they leave the board, and takes
// them out when they are back. Nobody else learns whose document they lie in.
import { z } from "zod/mini";
import { readEvidence, type Evidence } from "../board/evidence.ts";
import { isEpochMs } from "../epoch.ts";
import { readCardId, type CardId } from "../ids.ts";
import { compareText } from "../order.ts";
import type { Private } from "./private.ts";

/** The longest text with which a note is put back, in characters: that of an event. */
export const maxRewordedLength = 10_000;

/** A note that was set aside. */
export interface KeptWords {
  readonly card: CardId;
  /** As it stood there, a line a paragraph. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** False for a facilitator who keeps it because nobody can be found who wrote it. */
  readonly isMine: boolean;
  /** Epoch milliseconds, server clock. */
  readonly at: number;
}

const stored = z.object({
  text: z.string(),
  evidence: z.catch(z.record(z.string(), z.unknown()), {}),
  isMine: z.catch(z.boolean(), true),
  at: z.catch(z.number().check(z.refine(isEpochMs)), 0),
});

/** Keeps the words of a note; those of an earlier time go. */
export function keepWords({ aside }: Private, { card, evidence, ...words }: KeptWords): void {
  const pieces = Object.fromEntries(evidence.map(({ id, ...piece }) => [id, piece]));
  aside.set(card, { ...words, evidence: pieces });
}

/** Lets go of the words of notes. What is not there is no matter. */
export function dropWords({ doc, aside }: Private, cards: readonly CardId[]): void {
  doc.transact(() => {
    for (const card of cards) if (aside.has(card)) aside.delete(card);
  });
}

/** The notes that are kept here, the latest first; what cannot be read is left alone. */
export function readKeptWords({ aside }: Private): readonly KeptWords[] {
  const kept: KeptWords[] = [];
  for (const [key, value] of aside.entries()) {
    const card = readCardId(key);
    const parsed = stored.safeParse(value);
    if (card && parsed.success)
      kept.push({
        ...parsed.data,
        card,
        evidence: readEvidence(Object.entries(parsed.data.evidence)),
      });
  }
  return kept.toSorted((a, b) => b.at - a.at || compareText(a.card, b.card));
}
