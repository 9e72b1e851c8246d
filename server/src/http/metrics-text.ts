// The figures as Prometheus reads them: the text format 0.0.4, which is a line for each number.
import type { CodeCount, Count, Level, Metrics, Times } from "../metrics.ts";

/** The content type of the text. */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** A figure of the process, which nobody counts and everybody may ask for. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge";
  readonly value: number;
}

/** All figures of a server, and what else was read. */
export function metricsText(metrics: Metrics, readings: readonly Reading[]): string {
  const lines = [
    ...level("rooms", "Boards that are open", metrics.rooms),
    ...level("connections", "Sockets that are open", metrics.connections),
    ...level("queue_bytes", "Bytes that wait to leave, of all sockets", metrics.queueBytes),
    ...level("open_docs", "Documents that are open in worker threads", metrics.openDocs),
    ...count("frames_in", "Frames that came from sockets", metrics.framesIn),
    ...count("bytes_in", "Bytes of the frames that came", metrics.bytesIn),
    ...count("frames_out", "Frames that went to sockets", metrics.framesOut),
    ...count("bytes_out", "Bytes of the frames that went", metrics.bytesOut),
    ...count("compactions", "Logs folded into a state", metrics.compactions),
    ...count("evictions", "Idle boards that were closed", metrics.evictions),
    ...count("resyncs", "Slow sockets that were left behind", metrics.resyncs),
    ...count("disk_failures", "Writes that the storage refused", metrics.diskFailures),
    ...count("quarantined_rows", "Unreadable rows that were put aside", metrics.quarantined),
    ...count(
      "left_out_docs",
      "Times a document could not be read and was left out",
      metrics.leftOut,
    ),
    ...codes("refusals", "Sockets and calls that were refused, by code", metrics.refusals),
    ...times(
      "commit",
      "From asking the storage to write until it was on disk",
      metrics.commitSeconds,
    ),
    ...times("tick", "What sending the updates of one tick took", metrics.tickSeconds),
    ...readings.flatMap(({ name, help, type, value }) =>
      head(name, help, type, [`${name} ${value}`]),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const head = (name: string, help: string, type: string, lines: readonly string[]) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...lines,
];

function level(what: string, help: string, { read }: Level): readonly string[] {
  const name = `secondstory_${what}`;
  return head(name, help, "gauge", [`${name} ${read()}`]);
}

function count(what: string, help: string, { value }: Count): readonly string[] {
  const name = `secondstory_${what}_total`;
  return head(name, help, "counter", [`${name} ${value}`]);
}

function codes(what: string, help: string, { values }: CodeCount): readonly string[] {
  const name = `secondstory_${what}_total`;
  const lines = [...values].map(([code, value]) => `${name}{code="${code}"} ${value}`);
  return head(name, help, "counter", lines);
}

function times(what: string, help: string, { buckets, counts, sumSeconds, count }: Times) {
  const name = `secondstory_${what}_seconds`;
  let upTo = 0;
  const lines = buckets.map((end, index) => {
    upTo += counts[index] ?? 0;
    return `${name}_bucket{le="${end}"} ${upTo}`;
  });
  return head(name, help, "histogram", [
    ...lines,
    `${name}_bucket{le="+Inf"} ${count}`,
    `${name}_sum ${sumSeconds}`,
    `${name}_count ${count}`,
  ]);
}
