// For whoever runs the server: is it alive, can it work, what does it do, and what can be asked of it.
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import type { Context } from "./context.ts";

/** Collects the schemas of every route that is registered after it. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Second Story",
        description:
          "A board for blameless post-mortems. Scripts send `Authorization: Bearer <link secret or participant token>`.",
        version: "1.0.0",
      },
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer" },
          seat: { type: "apiKey", in: "cookie", name: "seat" },
        },
      },
      security: [{ bearer: [] }, { seat: [] }],
    },
    transform: jsonSchemaTransform,
  });
}

/** Routes of operation. */
export async function operationRoutes(
  app: FastifyInstance,
  { context: { storage, rooms, metrics } }: { readonly context: Context },
): Promise<void> {
  const hidden = { schema: { hide: true } };

  app.get("/healthz", hidden, async () => ({ status: "ok" }));

  app.get("/readyz", hidden, async (_request, reply) => {
    const canKeep = await storage.check().then(
      () => true,
      () => false,
    );
    if (canKeep && !(await rooms.isFailing())) return { status: "ready" };
    const message = "The storage takes nothing at the moment. Look at the disk.";
    return reply.code(503).send({ error: { code: "not-saved", message } });
  });

  app.get("/metrics", hidden, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );

  app.get("/api/openapi.json", hidden, async () => app.swagger());
}
