// Headers that keep pages from being used against the people who read them.
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { Addresses } from "../access/addresses.ts";
import { askerOf, type Trust } from "../access/asker.ts";

/** Sets the headers on every answer. Nothing inline, nothing from elsewhere, no frames, no referrer. */
export async function securityHeaders(
  app: FastifyInstance,
  addresses: Addresses,
  trust: Trust,
): Promise<void> {
  const self = "'self'";
  app.addHook("onRequest", async (request, reply) => {
    // what stands on a board is nobody's to keep on the way
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [self],
        styleSrc: [self],
        imgSrc: [self, "data:", "blob:"],
        fontSrc: [self],
        connectSrc: [self, (request) => socketsOf(addresses.host ?? askerOf(request, trust).host)],
        workerSrc: [self],
        manifestSrc: [self],
        baseUri: [self],
        formAction: [self],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: addresses.isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    // browsers ignore these two over plain http in a local network, and complain about it
    crossOriginOpenerPolicy: addresses.isHttps && { policy: "same-origin" },
    originAgentCluster: addresses.isHttps,
  });
}

/** Some browsers do not take 'self' to mean the sockets of the same host. */
const socketsOf = (host: string): string =>
  /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
