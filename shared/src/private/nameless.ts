// Facts that somebody adds without their name. They wait in the private document; the server puts them on the board under
// its own client id, several at once, and takes them out of here. Nothing says afterwards who wrote which.
import { z } from "zod/mini";
import { maxEpochMs } from "../epoch.ts";
import { readCardId, type CardId } from "../ids.ts";
import { compareText } from "../order.ts";
import { eventKinds, momentSchema, type EventKind, type Moment } from "../sections/timeline.ts";
import type { Private } from "./private.ts";

/** The longest text of a fact, in characters: that of an event. */
const maxFactLength = 10_000;

/** A fact that waits. */
export interface NamelessFact {
  /**
   * The key it waits under. Another one than the card's, because a document remembers its keys for ever: once the fact is
   * gone from here, nothing in here tells which card it became.
   */
  readonly key: string;
  /** The card it will be. The server publishes a card once, so that a crash in between doubles nothing. */
  readonly card: CardId;
  readonly text: string;
  readonly when: Moment | null;
  readonly kind: EventKind;
  /** When it was written: epoch milliseconds, as its writer's clock said. */
  readonly at: number;
}

const stored = z.object({
  card: z.string(),
  text: z.string().check(z.minLength(1), z.maxLength(maxFactLength)),
  when: z._default(z.nullable(momentSchema), null),
  kind: z._default(z.enum(eventKinds), "observation"),
  at: z.catch(z.number().check(z.gte(-maxEpochMs), z.lte(maxEpochMs)), 0),
});

/** Lets a fact wait. One value under one key: the server finds it whole or not at all. */
export function keepNameless({ nameless }: Private, { key, ...fact }: NamelessFact): void {
  nameless.set(key, fact);
}

/** Takes facts out, published or not. What is not there is no matter. */
export function dropNameless({ doc, nameless }: Private, keys: readonly string[]): void {
  doc.transact(() => {
    for (const key of keys) nameless.delete(key);
  });
}

/** The facts that wait, the oldest first; what cannot be read is left alone. */
export function readNameless({ nameless }: Private): readonly NamelessFact[] {
  const facts: NamelessFact[] = [];
  for (const [key, value] of nameless.entries()) {
    const parsed = stored.safeParse(value);
    const card = parsed.success ? readCardId(parsed.data.card) : undefined;
    if (parsed.success && card && parsed.data.text.trim() !== "")
      facts.push({ ...parsed.data, key, card });
  }
  return facts.toSorted((a, b) => a.at - b.at || compareText(a.key, b.key));
}
