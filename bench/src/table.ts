// Results as a table that a person reads in a terminal.
import type { Figure, Job } from "./jobs.ts";
import type { Outcome } from "./scenarios/scenario.ts";
import { serverKinds, type ServerName } from "./servers.ts";
import { median } from "./statistics.ts";

/** What came of one server's repetitions. */
export type Results = ReadonlyMap<ServerName, readonly Outcome[]>;

/** A job's table: target, every server's median, how many times better ours is than the best peer, and the noise. */
export function tableOf(name: string, job: Job, results: Results): string {
  const servers = [...results.keys()];
  const header = ["", "target", ...servers.map((server) => serverKinds[server].title), "ratio"];
  const rows = job.figures
    .map((figure) => [
      figure.title,
      targetText(figure),
      ...servers.map((server) => cell(figure, server, results)),
      ratioText(figure, results),
    ])
    .filter((row) => row.slice(2).some((text) => text !== "–"));
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join("  ")}`;
  const notes = servers.flatMap((server) =>
    [
      noiseText(server, results.get(server) ?? []),
      ...new Set((results.get(server) ?? []).flatMap(({ failures }) => failures)),
    ].map((text, index) => (index === 0 ? text : `    failed: ${text}`)),
  );
  return [`${name}: ${job.about}`, line(header), ...rows.map(line), ...notes].join("\n");
}

/** The targets that ours misses, each as a line; a run that failed misses all of them. */
export function missedTargets(name: string, job: Job, results: Results): readonly string[] {
  if (hasFailed("ours", results)) return [`${name}: failed`];
  return job.figures
    .filter((figure) => isMet(figure, valueOf(figure, "ours", results)) === false)
    .map(
      (figure) =>
        `${name}: ${figure.title}: ${cell(figure, "ours", results)} ${targetText(figure)}`,
    );
}

const hasFailed = (server: ServerName, results: Results): boolean =>
  (results.get(server) ?? []).some(({ failures }) => failures.length > 0);

function valueOf({ key }: Figure, server: ServerName, results: Results): number | undefined {
  if (hasFailed(server, results)) return undefined;
  return median((results.get(server) ?? []).flatMap(({ figures }) => figures[key] ?? []));
}

function cell(figure: Figure, server: ServerName, results: Results): string {
  if (hasFailed(server, results)) return "failed";
  const value = valueOf(figure, server, results);
  if (value === undefined) return "–";
  const isOk = server === "ours" ? isMet(figure, value) : undefined;
  return `${numberText(value)}${isOk === undefined ? "" : isOk ? " ✓" : " ✗"}`;
}

function isMet({ target, isMoreBetter }: Figure, value: number | undefined): boolean | undefined {
  if (target === undefined || value === undefined) return undefined;
  return isMoreBetter ? value >= target : value <= target;
}

const targetText = ({ target, isMoreBetter }: Figure): string =>
  target === undefined ? "" : `${isMoreBetter ? "≥" : "≤"} ${numberText(target)}`;

function ratioText(figure: Figure, results: Results): string {
  const ours = valueOf(figure, "ours", results);
  const peers = [...results.keys()]
    .filter((server) => serverKinds[server].isPeer)
    .flatMap((server) => valueOf(figure, server, results) ?? []);
  if (figure.isFact || !ours || peers.length === 0) return "–";
  const best = figure.isMoreBetter ? Math.max(...peers) : Math.min(...peers);
  return `${numberText(figure.isMoreBetter ? ours / best : best / ours)} ×`;
}

/** Three digits that matter, and no more. */
export function numberText(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const [whole = "", fraction] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined || Number(fraction) === 0 ? grouped : `${grouped}.${fraction}`;
}

function noiseText(server: ServerName, outcomes: readonly Outcome[]): string {
  const of = (read: (outcome: Outcome) => number | undefined) => {
    const value = median(outcomes.flatMap((outcome) => read(outcome) ?? []));
    return value === undefined ? "–" : numberText(value);
  };
  return `  ${serverKinds[server].title}: other work took ${of(({ noise }) => noise.othersCores)} cores, the load ${of(({ noise }) => noise.loadShare)} of its own, its timers were late by ${of(({ noise }) => noise.lagP99Ms)} ms (p99)`;
}
