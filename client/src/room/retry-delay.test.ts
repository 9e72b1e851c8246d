// How long one waits before trying again.
import { expect, test } from "vitest";
import { retryDelayMs, type Outage } from "./retry-delay.ts";

const range = (outage: Partial<Outage>) => {
  const whole = { awayMs: 0, code: 1006, ...outage };
  return [retryDelayMs(whole, () => 0), retryDelayMs(whole, () => 1)];
};

test("[N3] the first try comes at once, by lot; later ones grow with the outage up to 2.5 s", () => {
  expect(range({ awayMs: 0 })).toEqual([0, 150]);
  expect(range({ awayMs: 80 })).toEqual([50, 150]);
  expect(range({ awayMs: 1_000 })).toEqual([50, 250]);
  expect(range({ awayMs: 4_000 })).toEqual([50, 1_000]);
  expect(range({ awayMs: 3_600_000 })).toEqual([50, 2_500]);
});

test("whoever is told to come later does, and ever later", () => {
  expect(range({ awayMs: 0, code: 1013 })).toEqual([1_000, 2_000]);
  expect(range({ awayMs: 6_000, code: 1013 })).toEqual([1_000, 7_000]);
  expect(range({ awayMs: 3_600_000, code: 1013 })).toEqual([1_000, 15_000]);
});

test("three hundred people who lost the server in one moment are spread, and nobody is late when it is back", () => {
  const backAfterMs = 400;
  const random = lots(7);
  const waits = Array.from({ length: 300 }, () => {
    let awayMs = 0;
    do awayMs += retryDelayMs({ awayMs, code: 1006 }, random);
    while (awayMs < backAfterMs);
    return awayMs - backAfterMs;
  });
  const perTick = new Map<number, number>();
  for (const wait of waits) {
    const tick = Math.floor(wait / 10);
    perTick.set(tick, (perTick.get(tick) ?? 0) + 1);
  }
  expect(Math.max(...waits)).toBeLessThan(200);
  expect(Math.max(...perTick.values())).toBeLessThan(60);
});

/** Numbers as from dice, the same ones every time. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
