// What a client says when it opens a socket, read by hand: this runs for every socket of a storm, and nothing of the request
// is kept afterwards.
import type { IncomingMessage } from "node:http";
import { readBoardId, readDocName, type BoardId, type DocName } from "@secondstory/shared";
import type { Addresses } from "../access/addresses.ts";
import { askerOf, type Trust } from "../access/asker.ts";
import { readCredentials, type Credentials } from "../access/identify.ts";

/** A handshake that may be answered. */
export interface Handshake {
  /** Undefined for text that cannot be an id. */
  readonly board: BoardId | undefined;
  readonly doc: DocName | undefined;
  /** By what its sockets are counted. */
  readonly network: string;
  /** A cookie that came from another site is none. */
  readonly credentials: Credentials | undefined;
  /** Whose the client believes its seat is. */
  readonly participant: string | undefined;
  /** The schema the client knows. */
  readonly schema: number | undefined;
  readonly wantsSaved: boolean;
}

const syncAddress = /^\/api\/boards\/([^/?]+)\/sync\/([^/?]+)(?:\?(.*))?$/;

/**
 * Whether a call asks for a socket of a board. All else is an ordinary call, also one that offers to speak another protocol
 * from here on, as some clients do by habit.
 */
export function asksForSocket(
  { method, url = "", headers }: IncomingMessage,
  addresses: Pick<Addresses, "inside">,
): boolean {
  const hasBody = "content-length" in headers || "transfer-encoding" in headers;
  const isUpgrade = headers.upgrade?.toLowerCase() === "websocket";
  return isUpgrade && method === "GET" && !hasBody && syncAddress.test(addresses.inside(url));
}

/** Reads a call that asks for a socket; undefined if it came from another site. */
export function readHandshake(
  request: IncomingMessage,
  addresses: Addresses,
  trust: Trust,
): Handshake | undefined {
  const { headers, url = "" } = request;
  const { network, host } = askerOf(request, trust);
  const isOwn = addresses.isOwn({ host }, headers.origin);
  if (headers.origin !== undefined && !isOwn) return undefined;
  const credentials = readCredentials(headers);
  const [, board = "", doc = "", query] = syncAddress.exec(addresses.inside(url)) ?? [];
  const asked = new URLSearchParams(query);
  return {
    board: readBoardId(decoded(board)),
    doc: readDocName(decoded(doc)),
    network,
    credentials: credentials?.via === "cookie" && !isOwn ? undefined : credentials,
    participant: asked.get("participant") ?? undefined,
    schema: readNumber(asked.get("schema")),
    wantsSaved: asked.get("saved") === "1",
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ""; // what cannot be decoded names nothing
  }
}

function readNumber(text: string | null): number | undefined {
  const number = text ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
