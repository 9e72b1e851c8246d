// Everything that can be set from outside, with a default for each. A value that cannot be understood is said in one
// sentence and nothing starts.
import { fileURLToPath } from "node:url";
import { trustOf } from "./access/asker.ts";
import { BadSetting, mib, readCount, type Environment } from "./environment.ts";
import type { MetricsDoor } from "./http/metrics-door.ts";
import { readLimits, readWire, type Limits, type WireSettings } from "./limits.ts";

/** What the environment may say. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The address people use, if it is not the one the server is asked by. May have a path. */
  readonly publicUrl: URL | undefined;
  readonly logLevel: LogLevel;
  /** How large the audit log may become before it is put aside; the one before it goes then. */
  readonly auditBytes: number;
  readonly limits: Limits | undefined;
  /** How long a link that takes a seat to another device works. */
  readonly deviceLinkMs: number;
  /** How long whoever set a note aside may take that back. */
  readonly asideUndoMs: number;
  readonly wire: WireSettings;
  readonly nameless: NamelessSettings;
  readonly votes: VoteSettings;
  /** After so long without anybody who leads a participant may step in. */
  readonly stepInAfterMs: number;
  /** How often it is told how many hidden notes there are. */
  readonly draftCountsMs: number;
  /** How long somebody may be gone, or their page hidden, before a meeting goes on without waiting for them. */
  readonly awaySeconds: number;
  /** Which proxies are believed when they tell who asked: a number of hops, or a list of addresses. */
  readonly trustProxy: boolean | number | string;
  /** Boards that nobody has opened for so many days are deleted; undefined keeps them. */
  readonly retentionDays: number | undefined;
  /** The header, in lower case, in which a trusted proxy sends the name somebody is signed in with. */
  readonly authNameHeader: string | undefined;
  /** A port for the metrics alone, and the token that reads them. */
  readonly metricsDoor: MetricsDoor;
  /** Where the built client lies. */
  readonly clientDir: string;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** When facts without a name are published. */
export interface NamelessSettings {
  /** How long one waits for others before it is published alone, on average. */
  readonly waitMs: number;
  /** From facts of so many people on, they are published at once. */
  readonly together: number;
}

/** When facts without a name are published by a server that nobody has told otherwise. */
export const defaultNameless: NamelessSettings = { waitMs: 10 * 60_000, together: 3 };

/** How votes are held. */
export interface VoteSettings {
  /** How often it is counted how many have voted. */
  readonly countMs: number;
  /** The most votes that everybody may be given. */
  readonly most: number;
}

/** How votes are held by a server that nobody has told otherwise. */
export const defaultVotes: VoteSettings = { countMs: 10_000, most: 20 };
/** A facilitator's browser that comes back by itself needs a few seconds. */
export const defaultStepInAfterMs = 60_000;
/** How often hidden notes are counted by a server that nobody has told otherwise. */
export const defaultDraftCountsMs = 10_000;

/** Reads the environment. Throws `BadSetting`. */
export function readSettings(env: Environment): Settings {
  return {
    port: readPort(env["PORT"] || "3000"),
    host: env["HOST"] || "127.0.0.1",
    dataDir: env["DATA_DIR"] || "./data",
    publicUrl: readPublicUrl(env["PUBLIC_URL"]),
    logLevel: readLogLevel(env["LOG_LEVEL"] || "info"),
    auditBytes: readCount(env, "AUDIT_MB", 10 * mib, mib),
    limits: readLimits(env),
    deviceLinkMs: readCount(env, "DEVICE_LINK_MINUTES", 10 * 60_000, 60_000),
    asideUndoMs: readCount(env, "ASIDE_UNDO_SECONDS", 20_000, 1_000),
    wire: readWire(env),
    nameless: {
      waitMs: readCount(env, "NAMELESS_WAIT_SECONDS", defaultNameless.waitMs, 1_000),
      together: readCount(env, "NAMELESS_TOGETHER", defaultNameless.together),
    },
    votes: {
      countMs: readCount(env, "VOTE_COUNT_SECONDS", defaultVotes.countMs, 1_000),
      most: readCount(env, "VOTES_AT_MOST", defaultVotes.most),
    },
    stepInAfterMs: readCount(env, "STEP_IN_AFTER_SECONDS", defaultStepInAfterMs, 1_000),
    draftCountsMs: readCount(env, "DRAFT_COUNT_SECONDS", defaultDraftCountsMs, 1_000),
    awaySeconds: readCount(env, "AWAY_SECONDS", 60),
    trustProxy: readTrustProxy(env["TRUST_PROXY"]),
    retentionDays: readRetention(env["RETENTION_DAYS"]),
    authNameHeader: readAuthNameHeader(env["AUTH_NAME_HEADER"]),
    metricsDoor: {
      port: env["METRICS_PORT"] ? readPort(env["METRICS_PORT"], "METRICS_PORT") : undefined,
      token: readMetricsToken(env["METRICS_TOKEN"]),
    },
    clientDir: fileURLToPath(new URL("../../client/dist/", import.meta.url)),
  };
}

function readPort(text: string, name = "PORT"): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new BadSetting(`${name} must be a number from 0 to 65535, not "${text}".`);
}

/** Paths under which an address with the path and one without it could not be told apart. */
const ownPaths = /^\/(api|api\/boards|b|assets)\/*$/;

function readPublicUrl(text: string | undefined): URL | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  const isFit = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (isFit && ownPaths.test(url.pathname))
    throw new BadSetting(
      `PUBLIC_URL must not have the path ${url.pathname}, which the server uses itself: take another.`,
    );
  if (isFit && /^[\w.~%/-]*$/.test(url.pathname)) return url;
  throw new BadSetting(
    `PUBLIC_URL must be an address such as https://board.example.org, not "${text}".`,
  );
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((name) => name === text.toLowerCase());
  if (level) return level;
  throw new BadSetting(`LOG_LEVEL must be one of ${logLevels.join(", ")}, not "${text}".`);
}

function readRetention(text: string | undefined): number | undefined {
  if (!text || text === "off") return undefined;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= maxRetentionDays) return days;
  throw new BadSetting(
    `RETENTION_DAYS must be "off" or a whole number from 1 to ${maxRetentionDays}, not "${text}".`,
  );
}

/** A hundred years. */
const maxRetentionDays = 36_500;

function readTrustProxy(text: string | undefined): Settings["trustProxy"] {
  if (!text || text === "off") return false;
  const hops = Number(text);
  if (Number.isInteger(hops) && hops > 0) return hops;
  if (namesProxies(text)) return text;
  throw new BadSetting(
    `TRUST_PROXY must be the addresses of your proxies, such as "10.0.0.0/8, loopback", or how many there are, not "${text}".`,
  );
}

function readMetricsToken(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^[\x21-\x7e]{8,200}$/.test(text)) return text;
  throw new BadSetting(
    "METRICS_TOKEN must be 8 to 200 characters without blanks, such as openssl rand -hex 24 gives.",
  );
}

function readAuthNameHeader(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const name = text.toLowerCase();
  if (/^[a-z0-9-]{1,100}$/.test(name) && !spokenFor.has(name)) return name;
  throw new BadSetting(
    `AUTH_NAME_HEADER must be the header in which your proxy sends a name, such as X-Forwarded-User, not "${text}".`,
  );
}

/** Headers that say something else. */
const spokenFor = new Set(["authorization", "cookie", "host", "origin", "x-forwarded-for"]);

function namesProxies(text: string): boolean {
  try {
    trustOf(text);
    return true;
  } catch {
    return false;
  }
}
