// The built client. Hashed files are kept for a year, everything else is asked for anew; two addresses are the app itself.
import { existsSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HttpFailure } from "./http-failure.ts";

/** Serves the client from its folder, or says that it is not built. */
export async function clientFiles(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, "index.html"));
  if (isBuilt)
    await app.register(staticFiles, {
      root: folder,
      preCompressed: true, // scripts/compress.mjs lays .br and .gz beside the files
      cacheControl: false,
      index: false,
      setHeaders(reply, path) {
        const isHashed = path.includes("/assets/");
        reply.header(
          "cache-control",
          isHashed ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });

  const page = async (_request: FastifyRequest, reply: FastifyReply) => {
    if (isBuilt) return reply.sendFile("index.html");
    throw new HttpFailure(
      503,
      "client-not-built",
      "The client is not built. Start with `npm start`, or open the development server's address.",
    );
  };
  const hidden = { schema: { hide: true } };
  app.get("/", hidden, page);
  app.get("/b/:id", hidden, page);
}
