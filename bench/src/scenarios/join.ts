// A newcomer opens a large board: with others there, ten at once while the room next door is typing, and after a
// restart. What arrives is only collected while the clock runs and read afterwards, so that the load stalls nobody.
import { makeBoard } from "../board.ts";
import { Client } from "../client.ts";
import { connectAll } from "../crowd.ts";
import { Hearing } from "../hearing.ts";
import { since, watchMemory, watchNoise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd, Room } from "../room.ts";
import { median, sleep, waitUntil } from "../statistics.ts";
import { rangesOf } from "../updates.ts";
import { defineScenario, type Outcome } from "./scenario.ts";

const defaults = { bytes: 1_000_000, newcomers: 10, warmJoins: 3, settleS: 12 };

export const join = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const board = makeBoard(settings.bytes);
  const whole = new Shelf();
  whole.put(board.state);
  const crowd = new Crowd(server);
  const room = new Room(crowd, "large");
  await seed(room, board.updates, whole);
  const memoryMb = server.memoryMb();
  const visits: Visit[] = [];
  let person = 2; // after the two who brought the board
  const visit = () => enter(room, person++);

  const warm: Visit[] = [];
  const warmCpuBefore = server.cpuMs();
  for (let count = 0; count < settings.warmJoins; count++) {
    warm.push(await visit());
    await sleep(30);
  }
  const warmCpuMs = since(server.cpuMs(), warmCpuBefore);

  const nextDoor = new Room(crowd, "next-door");
  const writer = new Client(nextDoor, { person: 0, types: true });
  await connectAll([writer, new Client(nextDoor, { person: 1 })]);
  const newcomers = Array.from({ length: settings.newcomers }, () => person++);
  const typing = setInterval(() => writer.type(0), 20);
  await sleep(500);
  const noise = watchNoise(server);
  const meter = crowd.measure();
  const burstCpuBefore = server.cpuMs();
  const burst = await Promise.all(newcomers.map((newcomer) => enter(room, newcomer)));
  await sleep(100);
  const burstCpuMs = since(server.cpuMs(), burstCpuBefore);
  meter.isOpen = false;
  const heard = noise();
  clearInterval(typing);
  crowd.leave();
  visits.push(...warm, ...burst);

  const cold = server.kind.dataSetting && (await enterCold(server, room, settings.settleS));
  if (cold) visits.push(cold.visit);
  const early = visits.filter(({ shelf }) => !shelf.hadAllAtStep2(whole)).length;
  return {
    failures: early > 0 ? [`SyncStep2 came ${early} times without the whole document`] : [],
    noise: heard,
    figures: {
      warmMs: median(warm.map(durationMs)),
      warmCpuMs: warmCpuMs && warmCpuMs / warm.length,
      burstMs: Math.max(...burst.map(durationMs)),
      burstCpuMs: burstCpuMs && burstCpuMs / burst.length,
      stallMs: meter.edits.summary().max,
      ownStallMs: heard.lagMaxMs,
      coldMs: cold && durationMs(cold.visit),
      coldCpuMs: cold?.cpuMs,
      coldMemoryMb: cold?.memoryMb,
      memoryMb,
    },
  };
}

interface Visit {
  readonly startedAt: number;
  readonly shelf: Shelf;
}

const durationMs = ({ startedAt, shelf }: Visit): number => shelf.lastAt - startedAt;

/** Enters and stays; over when SyncStep2 has come. Getting the seat is not part of it. */
async function enter(room: Room, person: number): Promise<Visit> {
  const shelf = new Shelf();
  const client = new Client(room, { person, onUpdate: (update, is2) => shelf.put(update, is2) });
  await client.takeSeat();
  const startedAt = performance.now();
  await client.connect();
  return { startedAt, shelf };
}

async function enterCold(server: RunningServer, { board }: Room, settleS: number) {
  await sleep(settleS * 1_000);
  await server.stop();
  await server.start();
  await sleep(500);
  const memory = watchMemory(server, 50);
  const cpuBefore = server.cpuMs();
  const crowd = new Crowd(server);
  const visit = await enter(new Room(crowd, board), 0);
  await sleep(30);
  const cpuMs = since(server.cpuMs(), cpuBefore);
  crowd.leave();
  return { visit, cpuMs, memoryMb: Math.max(...memory()) };
}

/** Writes the board into the room, while somebody watches that all of it is passed on. */
async function seed(room: Room, updates: readonly Uint8Array[], whole: Shelf): Promise<void> {
  const shelf = new Shelf();
  const writer = new Client(room, { person: 0, onUpdate: () => undefined });
  const witness = new Client(room, { person: 1, onUpdate: (update) => shelf.put(update) });
  await connectAll([writer, witness]);
  for (const [index, update] of updates.entries()) {
    writer.sendUpdate(update);
    if (index % 20 === 0) await waitUntil(() => writer.queuedBytes < 2 ** 20, 10_000, 2);
    if (index % 100 === 0) await sleep(5);
  }
  if (!(await waitUntil(() => shelf.hasAllOf(whole), 60_000, 50)))
    throw new Error("the server did not pass the board on while it was written");
}

/** Updates as they came, read when there is time. */
class Shelf {
  readonly #hearing = new Hearing();
  readonly #ids = new Set<number>();
  #unread: Uint8Array[] = [];
  #untilStep2: readonly Uint8Array[] | undefined;
  /** When the last one came. */
  lastAt = 0;

  put(update: Uint8Array, isStep2 = false): void {
    this.#unread.push(update);
    this.lastAt = performance.now();
    if (isStep2) this.#untilStep2 ??= [...this.#unread];
  }

  /** Whether what came holds all that `other` holds. */
  hasAllOf(other: Shelf): boolean {
    this.#read();
    other.#read();
    return [...other.#ids].every(
      (id) => this.#hearing.wholeUpTo(id) >= other.#hearing.wholeUpTo(id),
    );
  }

  /** Whether all of it was there when SyncStep2 said so. */
  hadAllAtStep2(other: Shelf): boolean {
    const then = new Shelf();
    for (const update of this.#untilStep2 ?? []) then.put(update);
    return then.hasAllOf(other);
  }

  #read(): void {
    for (const update of this.#unread.splice(0)) {
      const ranges = rangesOf(update);
      for (let index = 0; index < ranges.length; index += 3) {
        this.#ids.add(ranges[index] ?? 0);
        this.#hearing.take(ranges[index] ?? 0, ranges[index + 1] ?? 0, ranges[index + 2] ?? 0);
      }
    }
  }
}
