// What every scenario is: settings with defaults, a run against one server, and what came of it.
import type { Noise } from "../noise.ts";
import type { RunningServer } from "../process.ts";

/** Figures by name; undefined where there is nothing to tell. */
type Figures = Readonly<Record<string, number | undefined>>;

/** What a run came to. With failures no figure of it counts. */
export interface Outcome {
  readonly figures: Figures;
  readonly failures: readonly string[];
  readonly noise: Noise;
}

/** A scenario whose settings have been filled in. */
export interface Scenario {
  readonly defaults: Readonly<Record<string, number>>;
  readonly run: (
    server: RunningServer,
    settings: Readonly<Record<string, number>>,
  ) => Promise<Outcome>;
}

/** Makes a scenario. The server is listening when `run` is called. */
export const defineScenario = <Settings extends Readonly<Record<string, number>>>(
  defaults: Settings,
  run: (server: RunningServer, settings: Settings) => Promise<Outcome>,
): Scenario => ({
  defaults,
  run: (server, settings) => run(server, { ...defaults, ...settings }),
});

/** How much of a core was used. */
export const coreShare = (cpuMs: number | undefined, wallMs: number): number | undefined =>
  cpuMs === undefined ? undefined : cpuMs / wallMs;
