// The scenarios by name.
import { durability } from "./durability.ts";
import { join } from "./join.ts";
import { saturate } from "./saturate.ts";
import type { Scenario } from "./scenario.ts";
import { slow } from "./slow.ts";
import { soak } from "./soak.ts";
import { storm } from "./storm.ts";
import { traffic } from "./traffic.ts";

export const scenarios = {
  traffic,
  saturate,
  join,
  durability,
  slow,
  storm,
  soak,
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
