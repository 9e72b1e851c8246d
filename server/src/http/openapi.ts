// The description of the HTTP interface, made from the routes' schemas when somebody first asks for it: what it takes to make
// it is a tenth of what a server loads, and most servers are never asked.
import type { FastifyInstance, RouteOptions } from "fastify";

/** Collects every route that is registered after it. Gives the function that describes them. */
export function openApi(app: FastifyInstance): () => Promise<object> {
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => void routes.push(route));
  let description: Promise<object> | undefined;
  return () => (description ??= describe(routes));
}

/** Describes routes on an instance of its own, which answers nothing. */
async function describe(routes: readonly RouteOptions[]): Promise<object> {
  const [{ default: Fastify }, { default: swagger }, zod] = await Promise.all([
    import("fastify"),
    import("@fastify/swagger"),
    import("fastify-type-provider-zod"),
  ]);
  const app = Fastify({ exposeHeadRoutes: false });
  app.setValidatorCompiler(zod.validatorCompiler);
  app.setSerializerCompiler(zod.serializerCompiler);
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
    transform: zod.jsonSchemaTransform,
  });
  for (const { method, url, schema } of routes)
    if (method !== "HEAD") app.route({ method, url, ...(schema && { schema }), handler: nothing });
  await app.ready();
  const description = app.swagger();
  await app.close();
  return description;
}

const nothing = async () => undefined;
