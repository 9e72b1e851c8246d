// How long to wait before a lost connection is tried again. Everybody loses theirs in the same moment when a server ends, so
// every wait is drawn by lot; and it grows with the time that has passed, so that nobody sleeps long after a short outage
// and nobody hammers a server that is gone for long.
import { closeCodes } from "@secondstory/shared";

/** The first try is all but at once: most outages are shorter than this. */
const firstMs = 150;
/** Nobody waits less than this for a second try, or more for any. */
const leastMs = 50;
const mostMs = 2_500;
/** A wait is at most this part of the time that one is away already. */
const partOfOutage = 1 / 4;
/** Whoever is told to come later does, at least by this, and at most by that. */
const laterLeastMs = 1_000;
const laterMostMs = 15_000;

/** One outage, as far as it has come. */
export interface Outage {
  /** Milliseconds since the connection was lost; 0 for the first try. */
  readonly awayMs: number;
  /** The code it was closed with just now. */
  readonly code: number;
}

/** Milliseconds until the next try; `random` gives numbers from 0 to 1. */
export function retryDelayMs({ awayMs, code }: Outage, random: () => number): number {
  if (code === closeCodes.tryLater)
    return laterLeastMs + random() * clamp(awayMs, laterLeastMs, laterMostMs - laterLeastMs);
  if (awayMs === 0) return random() * firstMs;
  const ceiling = clamp(awayMs * partOfOutage, firstMs, mostMs);
  return leastMs + random() * (ceiling - leastMs);
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
