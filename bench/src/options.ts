// What the command line asks for.
import { parseArgs } from "node:util";
import { jobs, type Job } from "./jobs.ts";
import { scenarios } from "./scenarios/index.ts";
import { readServerName, serverKinds, type ServerName } from "./servers.ts";

/** What to run, against whom, how often. */
export interface Options {
  readonly jobs: ReadonlyMap<string, Job>;
  readonly servers: readonly ServerName[];
  readonly reps: number;
  /** Whether a run that other work disturbed is done again. */
  readonly insists: boolean;
  /** Where all results go as JSON, if anywhere. */
  readonly json: string | undefined;
}

/** What can be asked for. */
export const usage = `pnpm bench [options]

  --full                  every job at full length (about 20 minutes); else the short run of about 5
  --reps <n>              repetitions; the table shows medians (1)
  --scenario <a,b>        only these: ${Object.keys(jobs).join(", ")};
                          the beginning of a name is enough: "join" is join1 and join10
  --servers <a,b>         ${Object.keys(serverKinds).join(", ")} (the first three)
  --set <key=number,…>    settings of the scenarios, such as seconds=10,people=100
  --json <file>           writes every run there
  --help`;

/** Reads the command line; a sentence when it cannot be understood. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        full: { type: "boolean", default: false },
        reps: { type: "string", default: "1" },
        scenario: { type: "string" },
        servers: { type: "string", default: "ours,y-websocket,hocuspocus" },
        set: { type: "string", default: "" },
        json: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return usage;
    const reps = Number(values.reps);
    if (!Number.isInteger(reps) || reps < 1) return `--reps must be a whole number from 1 on`;
    const settings = new Map(list(values.set).map(readSetting));
    const chosen = choose(values.scenario, values.full);
    const adjusted = chosen.map(([name, job]): [string, Job] => {
      const known = Object.entries(scenarios[job.scenario].defaults);
      const own = known.flatMap(([key]) => {
        const value = settings.get(key);
        return value === undefined ? [] : [[key, value] as const];
      });
      const base = values.full ? job.settings : { ...job.settings, ...job.short };
      return [name, { ...job, settings: { ...base, ...Object.fromEntries(own) } }];
    });
    const servers = list(values.servers).map((name) => {
      const server = readServerName(name);
      if (!server) throw new Error(`no server is called "${name}"`);
      return server;
    });
    return { jobs: new Map(adjusted), servers, reps, insists: values.full, json: values.json };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

const list = (text: string): string[] => text.split(",").filter((part) => part !== "");

function readSetting(text: string): [string, number] {
  const [key = "", value = ""] = text.split("=");
  const isKnown = Object.values(scenarios).some(({ defaults }) => key in defaults);
  if (!isKnown || value === "" || Number.isNaN(Number(value)))
    throw new Error(`"${text}" is no setting with a number`);
  return [key, Number(value)];
}

function choose(wanted: string | undefined, isFull: boolean): [string, Job][] {
  const all = Object.entries(jobs);
  if (wanted === undefined)
    return all.filter(([, job]) => !job.isOnRequest && (isFull || job.short !== undefined));
  return list(wanted).flatMap((beginning) => {
    const exact = all.filter(([name]) => name === beginning);
    const found = exact.length > 0 ? exact : all.filter(([name]) => name.startsWith(beginning));
    if (found.length === 0) throw new Error(`no scenario is called "${beginning}"`);
    return found;
  });
}
