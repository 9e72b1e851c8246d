import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BadSetting } from "./environment.ts";
import { defaultLimits, defaultWire, type Limits } from "./limits.ts";
import { defaultNameless, defaultVotes, readSettings } from "./settings.ts";

test("nothing has to be set", () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "./data",
    publicUrl: undefined,
    logLevel: "info",
    auditBytes: 10 * 1024 * 1024,
    limits: defaultLimits,
    deviceLinkMs: 600_000,
    wire: defaultWire,
    nameless: defaultNameless,
    votes: defaultVotes,
    draftCountsMs: 10_000,
    awaySeconds: 60,
    trustProxy: false,
    retentionDays: undefined,
  });
});

test("everything can be set", () => {
  const settings = readSettings({
    PORT: "8080",
    HOST: "0.0.0.0",
    DATA_DIR: "/var/lib/second-story",
    PUBLIC_URL: "https://tools.test/board/",
    LOG_LEVEL: "WARN",
    AUDIT_MB: "1",
    DEVICE_LINK_MINUTES: "2",
    LIMITS: "off",
    TRUST_PROXY: "1",
    RETENTION_DAYS: "90",
    AUTH_NAME_HEADER: "X-Forwarded-User",
    NAMELESS_WAIT_SECONDS: "90",
    NAMELESS_TOGETHER: "5",
    VOTE_COUNT_SECONDS: "4",
    VOTES_AT_MOST: "7",
    DRAFT_COUNT_SECONDS: "20",
    AWAY_SECONDS: "45",
    METRICS_PORT: "9100",
    METRICS_TOKEN: "a-long-enough-token",
  });
  expect(settings).toMatchObject({
    port: 8080,
    host: "0.0.0.0",
    dataDir: "/var/lib/second-story",
    logLevel: "warn",
    auditBytes: 1024 * 1024,
    deviceLinkMs: 120_000,
    nameless: { waitMs: 90_000, together: 5 },
    votes: { countMs: 4_000, most: 7 },
    draftCountsMs: 20_000,
    awaySeconds: 45,
    limits: undefined,
    trustProxy: 1,
    retentionDays: 90,
    authNameHeader: "x-forwarded-user",
    metricsDoor: { port: 9100, token: "a-long-enough-token" },
  });
  expect(settings.publicUrl?.pathname).toBe("/board/");
  expect(readSettings({ TRUST_PROXY: "10.0.0.0/8, loopback" }).trustProxy).toBe(
    "10.0.0.0/8, loopback",
  );
});

test.for([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["PUBLIC_URL", "board.example.org"],
  ["PUBLIC_URL", "ftp://board.example.org"],
  ["PUBLIC_URL", "https://board.example.org/?x=1"],
  ["PUBLIC_URL", "https://board.example.org/a;b"],
  ["PUBLIC_URL", "https://board.example.org/api/"],
  ["PUBLIC_URL", "https://board.example.org/b"],
  ["LOG_LEVEL", "loud"],
  ["LIMITS", "maybe"],
  ["RETENTION_DAYS", "0"],
  ["RETENTION_DAYS", "some"],
  ["LIMIT_SOCKETS_PER_ADDRESS", "many"],
  ["LIMIT_FRAME_MB", "0"],
  ["LIMIT_FRAME_MB", "1.5"],
  ["LIMIT_DOCUMENT_MB", "99999"],
  ["TRUST_PROXY", "true"],
  ["AUTH_NAME_HEADER", "X Forwarded User"],
  ["AUTH_NAME_HEADER", "Cookie"],
  ["METRICS_PORT", "nine"],
  ["METRICS_TOKEN", "short"],
  ["TRUST_PROXY", "10.0.0.0/8, my-proxy"],
])("%s=%s is refused in one sentence that names it", ([name, value]) => {
  const read = () => readSettings({ [name ?? ""]: value });
  expect(read).toThrow(BadSetting);
  expect(read).toThrow(new RegExp(`^${name} .*\\.$`));
});

test("every limit can be set, in the unit that its name says", () => {
  const { limits, wire } = readSettings({
    LIMIT_BOARDS_PER_HOUR: "1",
    LIMIT_JOINS_PER_MINUTE: "2",
    LIMIT_CALLS_PER_MINUTE: "3",
    LIMIT_SOCKETS_PER_BOARD: "4",
    LIMIT_SOCKETS_PER_ADDRESS: "5",
    LIMIT_DOCUMENT_MB: "6",
    LIMIT_MESSAGES_PER_SECOND: "7",
    LIMIT_FRAME_MB: "8",
    LIMIT_QUEUE_KB: "9",
    LIMIT_SLOW_SECONDS: "10",
    PING_SECONDS: "5",
    LIMIT_UPDATE_PARTS: "11",
    LIMIT_WAITING_PARTS: "12",
    LIMIT_ASK_AGAIN_SECONDS: "10",
    LIMIT_NOTES_PER_HOUR: "14",
    LIMIT_SEEN_ITEMS: "15",
    LIMIT_WAITING_PER_BOARD: "15",
    LIMIT_KNOCK_AGAIN_SECONDS: "16",
    LIMIT_KB_PER_SECOND: "13",
  });
  expect(limits).toEqual({
    askAgainMs: 10_000,
    waitingPerBoard: 15,
    knockAgainMs: 16_000,
    notesPerHour: 14,
    seenItems: 15,
    boardsPerHour: 1,
    joinsPerMinute: 2,
    callsPerMinute: 3,
    socketsPerBoard: 4,
    socketsPerAddress: 5,
    documentBytes: 6 * 1024 * 1024,
    messagesPerSecond: 7,
    bytesPerSecond: 13 * 1024,
  } satisfies Limits);
  expect(wire).toEqual({
    ...defaultWire,
    frameBytes: 8 * 1024 * 1024,
    queueBytes: 9 * 1024,
    slowMs: 10_000,
    pingEveryMs: 5_000,
    updateParts: 11,
    waitingParts: 12,
  });
});

test("LIMITS=off leaves what the memory depends on", () => {
  const { limits, wire } = readSettings({ LIMITS: "off", LIMIT_FRAME_MB: "2" });
  expect(limits).toBeUndefined();
  expect(wire).toEqual({ ...defaultWire, frameBytes: 2 * 1024 * 1024 });
});

test("docs/operating.md names every setting, and no other", () => {
  const read = new Set<string>();
  readSettings(
    new Proxy<Record<string, string | undefined>>(
      {},
      { get: (_, name) => void read.add(String(name)) },
    ),
  );
  const page = readFileSync(new URL("../../docs/operating.md", import.meta.url), "utf8");
  const rows = page.matchAll(/^\| `([A-Z_]+)` /gm);
  expect(new Set(Array.from(rows, ([, name]) => name))).toEqual(read);
});
