// For whoever runs the server: is it alive, can it work, what does it do, and what can be asked of it.
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Context } from "./context.ts";
import { failures } from "./http-failure.ts";
import { mayReadMetrics, metricsWriter, type MetricsDoor } from "./metrics-door.ts";
import { metricsType } from "./metrics-text.ts";

/** A storage that has not answered by then takes nothing. */
const maxCheckMs = 2_000;

/** What the routes of operation need. */
export interface OperationOptions {
  readonly context: Context;
  /** Describes the HTTP interface. */
  readonly describe: () => Promise<object>;
  readonly metricsDoor: MetricsDoor;
}

/** Routes of operation. */
export function operationRoutes(
  app: FastifyInstance,
  { context, describe, metricsDoor }: OperationOptions,
): void {
  const { storage, rooms, metrics, ending } = context;
  const hidden = { schema: { hide: true } };
  let checking: Promise<boolean> | undefined;

  app.get("/healthz", hidden, async () => ({ status: "ok" })); // the event loop turns, or nobody would answer

  app.get("/readyz", hidden, async (_request, reply) => {
    if (ending.hasBegun) return notReady(reply, "restarting", "The server is shutting down.");
    // those who ask meanwhile share the probe: asking often must not wear out the disk
    checking ??= canKeep().finally(() => (checking = undefined));
    if (!(await checking))
      return notReady(
        reply,
        "not-saved",
        "The storage takes nothing at the moment. Look at the disk.",
      );
    return { status: "ready" };
  });

  const writeMetrics = metricsWriter(metrics);
  if (metricsDoor.port === undefined)
    app.get("/metrics", hidden, async ({ headers }, reply) => {
      if (!mayReadMetrics(metricsDoor.token, headers.authorization))
        throw failures.noMetricsToken();
      return reply.type(metricsType).send(writeMetrics());
    });

  app.get("/api/openapi.json", hidden, async () => describe());

  /** Whether the storage takes a probe in time, and has refused nothing of what people wrote. */
  async function canKeep(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, maxCheckMs, false);
    });
    const probe = storage.check().then(
      async () => !(await rooms.isFailing()),
      () => false,
    );
    const isKept = await Promise.race([probe, late]);
    clearTimeout(timer);
    return isKept;
  }
}

const notReady = (reply: FastifyReply, code: string, message: string) =>
  reply.code(503).send({ error: { code, message } });
