// Who may read the metrics, and the port of their own that they may have: they tell how much is going on.
import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { Metrics } from "../metrics.ts";
import { failures } from "./http-failure.ts";
import { metricsText, metricsType } from "./metrics-text.ts";
import { watchProcess } from "./process-figures.ts";

/** Where the metrics are, and what opens them. */
export interface MetricsDoor {
  /** Undefined where they are on the port of everything else. */
  readonly port: number | undefined;
  readonly token: string | undefined;
}

/** Whether a call with this Authorization header may read the metrics. Without a token everybody may. */
export function mayReadMetrics(token: string | undefined, authorization = ""): boolean {
  if (token === undefined) return true;
  const [scheme = "", given = ""] = authorization.split(" ");
  // hashes are as long as each other, and tell nothing by the time it takes to compare them
  return scheme.toLowerCase() === "bearer" && timingSafeEqual(sha256(given), sha256(token));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** Writes the metrics as text. From the first time on the process is watched: a server that nobody asks is not. */
export function metricsWriter(metrics: Metrics): () => string {
  let readProcess: ReturnType<typeof watchProcess> | undefined;
  return () => {
    readProcess ??= watchProcess();
    return metricsText(metrics, readProcess());
  };
}

/** A server that has the metrics alone. It does not listen yet. */
export function metricsServer(metrics: Metrics, token: string | undefined): Server {
  const write = metricsWriter(metrics);
  return createServer(({ method, url, headers }, response) => {
    const isMetrics = method === "GET" && url?.split("?")[0] === "/metrics";
    if (isMetrics && mayReadMetrics(token, headers.authorization)) {
      response.writeHead(200, { "content-type": metricsType, "cache-control": "no-store" });
      response.end(write());
      return;
    }
    const { statusCode, code, message } = isMetrics
      ? failures.noMetricsToken()
      : failures.nothingHere();
    response.writeHead(statusCode, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify({ error: { code, message } }));
  });
}
