// Everything that can be set from outside, with a default for each. A value that cannot be understood is said in one
// sentence and nothing starts.
import { fileURLToPath } from "node:url";

/** What the environment may say. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The address people use, if it is not the one the server is asked by. May have a path. */
  readonly publicUrl: URL | undefined;
  readonly logLevel: LogLevel;
  readonly limits: Limits | undefined;
  /** Which proxies are believed when they tell who asked: a number of hops, or a list of addresses. */
  readonly trustProxy: boolean | number | string;
  /** Where the built client lies. */
  readonly clientDir: string;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** How much one address or seat may ask for. Loose enough that 100 people behind one router never notice. */
export interface Limits {
  readonly boardsPerHour: number;
  readonly joinsPerMinute: number;
  /** Requests, events and exports of one seat. */
  readonly callsPerMinute: number;
  readonly socketsPerBoard: number;
  /** What one document may hold. A meeting of two hours comes to some hundred kilobytes. */
  readonly documentBytes: number;
  /** Messages of one socket, on average; twice as many may come at once. */
  readonly messagesPerSecond: number;
}

/** The limits of a server that nobody has told otherwise. */
export const defaultLimits: Limits = {
  boardsPerHour: 120,
  joinsPerMinute: 600,
  callsPerMinute: 600,
  socketsPerBoard: 2_000,
  documentBytes: 64 * 1024 * 1024,
  messagesPerSecond: 500,
};

/** A setting has a value that cannot be understood. The message is one sentence for the operator. */
export class BadSetting extends Error {
  override readonly name = "BadSetting";
}

/** Reads the environment. Throws `BadSetting`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: readPort(env["PORT"] || "3000"),
    host: env["HOST"] || "127.0.0.1",
    dataDir: env["DATA_DIR"] || "./data",
    publicUrl: readPublicUrl(env["PUBLIC_URL"]),
    logLevel: readLogLevel(env["LOG_LEVEL"] || "info"),
    limits: readLimits(env["LIMITS"] || "on"),
    trustProxy: readTrustProxy(env["TRUST_PROXY"]),
    clientDir: fileURLToPath(new URL("../../client/dist/", import.meta.url)),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new BadSetting(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function readPublicUrl(text: string | undefined): URL | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  const isFit = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (isFit) return url;
  throw new BadSetting(
    `PUBLIC_URL must be an address such as https://board.example.org, not "${text}".`,
  );
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((name) => name === text.toLowerCase());
  if (level) return level;
  throw new BadSetting(`LOG_LEVEL must be one of ${logLevels.join(", ")}, not "${text}".`);
}

function readLimits(text: string): Limits | undefined {
  if (text === "off") return undefined;
  if (text === "on") return defaultLimits;
  throw new BadSetting(`LIMITS must be "on" or "off", not "${text}".`);
}

function readTrustProxy(text: string | undefined): Settings["trustProxy"] {
  if (!text || text === "off") return false;
  const hops = Number(text);
  if (Number.isInteger(hops) && hops > 0) return hops;
  if (/^[\w.:/, -]+$/.test(text) && text !== "on" && text !== "true") return text;
  throw new BadSetting(
    `TRUST_PROXY must be the addresses of your proxies, such as "10.0.0.0/8, loopback", or how many there are, not "${text}".`,
  );
}
