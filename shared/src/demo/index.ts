// The door of the demo boards, filled from real incidents.
import { cloudflare2019 } from "./cloudflare-2019-07-02.ts";
import type { DemoIncident } from "./demo-incident.ts";
import { github2018 } from "./github-2018-10-21.ts";

/** The incidents that a demo board can be filled from. */
export const demoIncidents: readonly DemoIncident[] = [cloudflare2019, github2018];

export { cloudflare2019, github2018 };
export { fillDemo, type DemoMakings } from "./fill-demo.ts";
export type { DemoAction, DemoEvent, DemoIncident, DemoSource } from "./demo-incident.ts";
