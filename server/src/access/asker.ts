// Where a call came from and which host it asked for: what the network says or, behind proxies that are believed, what they
// say. The routes learn it from Fastify, which is given the same trust; sockets learn it here, by the same package.
import type { IncomingMessage } from "node:http";
import proxyAddr from "@fastify/proxy-addr";

/** Whether the proxy at an address is believed; `hop` counts from the one that called, which is 0. */
export type Trust = (address: string, hop: number) => boolean;

/**
 * Whom to believe: so many proxies in a row, or those at certain addresses.
 *
 * Throws for a text that holds no addresses.
 */
export function trustOf(trustProxy: boolean | number | string): Trust {
  if (typeof trustProxy === "boolean") return () => trustProxy;
  if (typeof trustProxy === "number") return (_address, hop) => hop < trustProxy;
  return proxyAddr.compile(trustProxy.split(",").map((part) => part.trim()));
}

/** What a call says about who asks, and for what host. */
export interface Asker {
  /** The network that asks: an IPv4 address, or the 64 bits of an IPv6 address that one household or server has. */
  readonly network: string;
  readonly host: string;
}

/** Reads a call. */
export function askerOf(request: IncomingMessage, trust: Trust): Asker {
  const { headers, socket } = request;
  const forwarded = headers["x-forwarded-host"];
  const isBelieved = forwarded !== undefined && trust(socket.remoteAddress ?? "", 0);
  const address: string | undefined = proxyAddr(request, trust); // none once the other end is gone
  return {
    network: networkOf(address ?? ""),
    host: isBelieved ? lastOf(forwarded) : (headers.host ?? ""),
  };
}

/** The part of an address by which callers are counted. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  if (/^::ffff:[\d.]+$/i.test(address)) return address.slice(7);
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return groups.slice(0, 4).join(":");
}

/** Of a list that several proxies wrote, what the nearest one wrote. */
const lastOf = (list: string | string[]): string => {
  const text = Array.isArray(list) ? (list.at(-1) ?? "") : list;
  return text.slice(text.lastIndexOf(",") + 1).trim();
};
