// One scenario against one server, in a process of its own: every server meets a load that has just been started. The
// order comes as an argument, the result goes to the standard output, both as JSON.
import { RunningServer } from "./process.ts";
import { scenarios, type ScenarioName } from "./scenarios/index.ts";
import type { Outcome } from "./scenarios/scenario.ts";
import { serverKinds, type ServerName } from "./servers.ts";

/** What is to be run. */
export interface Order {
  readonly scenario: ScenarioName;
  readonly server: ServerName;
  readonly settings: Readonly<Record<string, number>>;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
const outcome = await carryOut(JSON.parse(process.argv[2] ?? "") as Order);
process.stdout.write(JSON.stringify(outcome), () => process.exit(0)); // sockets may still be closing

async function carryOut({ scenario, server: name, settings }: Order): Promise<Outcome> {
  const server = new RunningServer(serverKinds[name]);
  try {
    await server.start();
    const outcome = await scenarios[scenario].run(server, settings);
    const lastWords = server.diedSaying();
    if (lastWords === undefined) return outcome;
    return { ...outcome, failures: [...outcome.failures, `the server died: ${lastWords}`] };
  } finally {
    await server.stop();
    server.remove();
  }
}
