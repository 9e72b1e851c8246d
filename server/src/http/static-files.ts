// The built client. Hashed files are kept for a year, everything else is asked for anew; two addresses are the app itself.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Addresses } from "../access/addresses.ts";
import type { Settings } from "../settings.ts";
import { HttpFailure } from "./http-failure.ts";
import { pageAt, sendPage, type PageSettings } from "./page.ts";

/** Serves the client from its folder, or says that it is not built. */
export async function clientFiles(
  app: FastifyInstance,
  { clientDir: folder, awaySeconds, mostVotes }: Pick<Settings, "clientDir"> & PageSettings,
  addresses: Addresses,
): Promise<void> {
  const file = join(folder, "index.html");
  const built = existsSync(file)
    ? pageAt(addresses.path, readFileSync(file, "utf8"), { awaySeconds, mostVotes })
    : undefined;
  if (built)
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

  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    if (built) return sendPage(built, request, reply);
    throw new HttpFailure(
      503,
      "client-not-built",
      "The client is not built. Start with `npm start`, or open the development server's address.",
    );
  };
  const hidden = { schema: { hide: true } };
  app.get("/", hidden, page);
  app.get("/index.html", hidden, page);
  app.get("/b/:id", hidden, page);
}
