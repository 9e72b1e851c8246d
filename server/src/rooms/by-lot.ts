// Orders that say nothing about where things come from.
import { randomInt } from "node:crypto";

/** From 0 to 1, from dice that nobody can work out from what was thrown before. */
export const chance = (): number => randomInt(2 ** 47) / 2 ** 47;

/** The same items in an order that says nothing (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const rest = [...items];
  const order: Item[] = [];
  while (rest.length > 0) order.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return order;
}
