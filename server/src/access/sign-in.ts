// Who a company's sign-in says is calling. Its proxy puts a name into a header; only a proxy that is believed is heard, or
// anybody could send one.
import type { IncomingMessage } from "node:http";
import { cleanName, maxNameLength } from "@secondstory/shared";
import type { Trust } from "./asker.ts";

/** The name somebody is signed in with; undefined for whoever did not come through the sign-in. */
export type SignIn = (request: IncomingMessage) => string | undefined;

/** Reads names from a header, written in lower case. Without one nobody is signed in. */
export function signInBy(header: string | undefined, trust: Trust): SignIn {
  if (header === undefined) return () => undefined;
  return ({ headers, socket }) => {
    const sent = headers[header];
    if (typeof sent !== "string" || !trust(socket.remoteAddress ?? "", 0)) return undefined;
    // one longer than a board takes is cut: nobody chooses the name their company has for them
    const name = Array.from(decoded(sent)).slice(0, maxNameLength).join("");
    return cleanName(name) || undefined;
  };
}

/** Headers come as Latin-1; what proxies mean by the bytes is UTF-8, almost always. */
function decoded(sent: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(sent, "latin1"));
  } catch {
    return sent;
  }
}
