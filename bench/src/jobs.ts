// What is run: each job is a scenario with its settings, and the figures it is judged by. Targets are those the engine
// was built for (docs/performance.md).
import type { ScenarioName } from "./scenarios/index.ts";

/** A row of a job's table. */
export interface Figure {
  readonly key: string;
  readonly title: string;
  /** At most this much; at least, where more is better. Rows without a target inform. */
  readonly target?: number;
  readonly isMoreBetter?: boolean;
  /** Neither good nor bad: there is no ratio. */
  readonly isFact?: boolean;
}

/** One table. */
export interface Job {
  readonly scenario: ScenarioName;
  readonly about: string;
  readonly settings: Readonly<Record<string, number>>;
  /** What the short run does instead; without it the short run leaves the job out. */
  readonly short?: Readonly<Record<string, number>>;
  /** Run only when asked for by name. */
  readonly isOnRequest?: boolean;
  readonly figures: readonly Figure[];
}

const row = (key: string, title: string, target?: number): Figure => ({
  key,
  title,
  ...(target !== undefined && { target }),
});

const fact = (key: string, title: string): Figure => ({ key, title, isFact: true });

const trafficFigures = (targets: Readonly<Record<string, number>>): readonly Figure[] => [
  row("editP50", "edit p50, ms", targets["editP50"]),
  row("editP99", "edit p99, ms", targets["editP99"]),
  row("cursorP50", "cursor p50, ms"),
  row("cursorP99", "cursor p99, ms"),
  row("cpuUsPerOwed", "CPU per delivery owed, µs", targets["cpuUsPerOwed"]),
  row("core", "share of the core", targets["core"]),
  fact("inTimeShare", "share of the edits that came in time"),
  row("memoryMb", "memory, MB"),
];
const roomFigures = (targets: Readonly<Record<string, number>>): readonly Figure[] => [
  ...trafficFigures(targets),
  row("memoryPerRoomMb", "memory a room, MB", targets["memoryPerRoomMb"]),
];
const joinFigures = (targets: Readonly<Record<string, number>>): readonly Figure[] => [
  row("warmMs", "others there: complete after, ms"),
  row("warmCpuMs", "others there: server CPU, ms", targets["warmCpuMs"]),
  row("burstMs", "all at once: last one complete after, ms"),
  row("burstCpuMs", "all at once: server CPU each, ms"),
  row("stallMs", "longest stall of the room next door, ms", targets["stallMs"]),
  fact("ownStallMs", "longest stall of the load itself, ms"),
  row("coldMs", "after a restart: complete after, ms", targets["coldMs"]),
  row("coldCpuMs", "after a restart: server CPU, ms"),
  row("memoryMb", "memory with the board, MB"),
];
const stormFigures = (slowest?: number): readonly Figure[] => [
  row("bootMs", "restart until it listens, ms"),
  row("backP50", "from listening until half are back, ms"),
  row("backMax", "from listening until the last is back, ms", slowest),
  fact("outageMs", "from the kill until the last is back, ms"),
  row("recoverCpuMs", "server CPU for it, ms"),
  row("memoryMb", "memory at most, MB"),
];
const durabilityFigures: readonly Figure[] = [
  fact("kills", "kills"),
  fact("typed", "edits typed"),
  row("lostButSaved", "told saved, and lost", 0),
  row("lost", "lost"),
  row("lostButShown", "lost, though others had seen them"),
  row("oldestLostMs", "age of the oldest lost edit, ms"),
  row("oldestUnsavedMs", "age of the oldest edit not confirmed, ms", 50),
  row("savedP50", "until an edit is confirmed, p50, ms"),
  row("savedP99", "until an edit is confirmed, p99, ms"),
];
const slowFigures: readonly Figure[] = [
  fact("growthMb", "memory growth, everybody reads, MB"),
  fact("growthWithSlowMb", "memory growth, six do not read, MB"),
  row("extraGrowthMb", "more memory because of them, MB", 8),
  fact("othersP99", "p99, everybody reads, ms"),
  row("othersP99WithSlow", "p99 of the others, six do not read, ms"),
  fact("closed", "slow ones closed by the server"),
];
const manyRooms = { rooms: 200, people: 8, writers: 2, cursors: 4, boardBytes: 40_000 };
const storm = "kill -9 with 300 people in 10 rooms, restart, all come back";

/** By name, in the order they are run. */
export const jobs: Readonly<Record<string, Job>> = {
  quiet10: {
    scenario: "traffic",
    about: "a quiet room: 10 people, 5 type 6 keys/s, all move a cursor 10 times/s",
    settings: { people: 10, writers: 5, cursors: 10 },
    short: { seconds: 3 },
    figures: trafficFigures({ editP50: 1.5 }),
  },
  fanout50: {
    scenario: "traffic",
    about: "one room of 50, 10 type, all move a cursor",
    settings: {},
    short: { seconds: 4 },
    figures: trafficFigures({ editP50: 8, editP99: 15, cpuUsPerOwed: 2.6 }),
  },
  fanout200: {
    scenario: "traffic",
    about: "one room of 200, 10 type, 20 move a cursor",
    settings: { people: 200, cursors: 20 },
    figures: trafficFigures({ editP99: 20, cpuUsPerOwed: 2.6 }),
  },
  cursors200: {
    scenario: "traffic",
    about: "one room of 200, 10 type, all 200 move a cursor",
    settings: { people: 200, cursors: 200 },
    short: { seconds: 3 },
    figures: trafficFigures({ editP99: 20, core: 0.22 }),
  },
  saturate: {
    scenario: "saturate",
    about: "the most edits a second in a room of 50 with p99 below 100 ms, no cursors",
    settings: {},
    short: { startPerS: 900, factor: 2, stepS: 1, tries: 2 },
    figures: [
      { ...row("editsPerS", "edits a second", 24_000), isMoreBetter: true },
      { ...row("deliveriesPerS", "deliveries a second"), isMoreBetter: true },
      row("editP99", "edit p99 there, ms"),
      row("cpuUsPerDelivery", "CPU per delivery there, µs"),
      row("core", "share of the core there"),
      fact("loadShare", "share of its core the load took there"),
    ],
  },
  rooms200: {
    scenario: "traffic",
    about: "200 rooms of 8 with a 40 KB board: 2 type, 4 move a cursor",
    settings: manyRooms,
    short: { seconds: 3 },
    figures: roomFigures({ editP99: 30, core: 0.6, memoryPerRoomMb: 0.6 }),
  },
  "rooms200-3": {
    scenario: "traffic",
    about: "the same with the product's three sockets a person: 4,800 connections",
    settings: { ...manyRooms, sockets: 3 },
    figures: roomFigures({}),
  },
  join1: {
    scenario: "join",
    about: "opening a board of 1 MB: others there, ten at once, after a restart",
    settings: {},
    short: { settleS: 3 },
    figures: joinFigures({ stallMs: 20 }),
  },
  join10: {
    scenario: "join",
    about: "opening a board of 10 MB: others there, five at once, after a restart",
    settings: { bytes: 10_000_000, newcomers: 5 },
    figures: joinFigures({ warmCpuMs: 40, coldMs: 300, stallMs: 20 }),
  },
  durability: {
    scenario: "durability",
    about: "kill -9 while 30 people write in 10 rooms, and none of them comes back",
    settings: { beforeS: 13 },
    short: { beforeS: 4 },
    figures: durabilityFigures,
  },
  kills: {
    scenario: "durability",
    about: "the same, 200 times in a loop, a second each",
    settings: { kills: 200, beforeS: 0.6 },
    isOnRequest: true,
    figures: durabilityFigures,
  },
  slow: {
    scenario: "slow",
    about: "6 of 14 stop reading while 24 KB awareness states flow, 200 a second",
    settings: {},
    short: { seconds: 4 },
    figures: slowFigures,
  },
  "slow-pastes": {
    scenario: "slow",
    about: "the same with pastes of 24 KB into the document, 100 a second",
    settings: { cursors: 0, perS: 100 },
    isOnRequest: true,
    figures: slowFigures,
  },
  storm: {
    scenario: "storm",
    about: `${storm}, as the standard client does`,
    settings: {},
    short: { beforeS: 3 },
    figures: stormFigures(450),
  },
  "storm-ours": {
    scenario: "storm",
    about: `${storm}, as our client does`,
    settings: { ours: 1 },
    short: { beforeS: 3 },
    figures: stormFigures(250),
  },
  "storm-ours-3": {
    scenario: "storm",
    about: "the same with the product's three sockets a person: 900 connections",
    settings: { ours: 1, sockets: 3 },
    figures: stormFigures(),
  },
  soak: {
    scenario: "soak",
    about: "ten minutes of 20 rooms of 8 with joins, leaves, writes and reports",
    settings: {},
    isOnRequest: true,
    figures: [
      row("memoryEarlyMb", "memory in the second fifth, MB"),
      row("memoryLateMb", "memory in the last fifth, MB"),
      row("growthMbPerMinute", "growth, MB a minute", 0.5),
      fact("visits", "people who left and came back"),
      fact("reports", "reports read"),
      row("editP99", "edit p99, ms"),
      row("core", "share of the core"),
    ],
  },
};
