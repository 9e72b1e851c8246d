// Many people at once: bringing them in, letting them type at a steady pace, and checking that nothing was lost.
import type { ClientOptions } from "./client-options.ts";
import { Client } from "./client.ts";
import { Room, type Crowd } from "./room.ts";
import { waitUntil } from "./statistics.ts";

/** Who is in each room. */
export interface Guests {
  readonly rooms: number;
  readonly people: number;
  /** 3: everybody also holds the sockets of `control` and `private`, which come and go with that of `board`. */
  readonly sockets?: number;
  readonly options: (person: number, room: number) => Omit<ClientOptions, "person">;
}

/** Makes clients that are not connected yet; the ones on `board`, which are those that matter. */
export function gather(crowd: Crowd, { rooms, people, sockets = 1, options }: Guests): Client[] {
  const clients: Client[] = [];
  for (let number = 0; number < rooms; number++) {
    const board = `room-${number}`;
    const room = new Room(crowd, board);
    const control = sockets === 3 ? new Room(crowd, board, "control") : undefined;
    for (let person = 0; person < people; person++) {
      const leader = new Client(room, { person, ...options(person, number) });
      clients.push(leader);
      if (!control) continue;
      for (const doc of [control, new Room(crowd, board, "private", person)])
        void new Client(doc, { person, leader }); // its room knows it
    }
  }
  return clients;
}

/** Brings clients in, this many at a time. */
export async function connectAll(clients: readonly Client[], atOnce = 32): Promise<void> {
  const waiting = [...clients];
  const oneByOne = async () => {
    for (let client = waiting.shift(); client; client = waiting.shift()) await client.connect();
  };
  await Promise.all(Array.from({ length: atOnce }, oneByOne));
}

interface Act {
  readonly everyMs: number;
  readonly run: () => void;
  dueAt: number;
}

/** Lets things happen so many times a second, whether or not the server keeps up. */
export class Pacer {
  readonly #acts: Act[] = [];
  #timer: NodeJS.Timeout | undefined;

  add(perSecond: number, throwDie: () => number, run: () => void): void {
    const everyMs = 1_000 / perSecond;
    this.#acts.push({ everyMs, run, dueAt: performance.now() + throwDie() * everyMs });
  }

  start(): this {
    const now = performance.now();
    for (const act of this.#acts)
      for (let burst = 0; act.dueAt <= now && burst < 50; burst++) {
        act.run();
        act.dueAt += act.everyMs;
      }
    this.#timer = setTimeout(() => this.start(), 2);
    return this;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/**
 * What is wrong, in words; nothing when all is well. Every receiver must have every edit of every writer without a
 * hole, real documents and a newcomer the same texts, deletions included, and nobody may have been turned out.
 */
export async function checkRooms(
  crowd: Crowd,
  rooms: readonly Room[],
  drainMs = 0,
): Promise<readonly string[]> {
  const present = () => crowd.clients.filter((client) => !client.isStopped);
  await waitUntil(() => present().every((client) => client.missing() === 0), drainMs);
  const failures: string[] = [];
  const missing = present().reduce((sum, client) => sum + client.missing(), 0);
  if (missing > 0) failures.push(`${missing} edits had not arrived when the load had ended`);
  const closes = crowd.clients.reduce((sum, client) => sum + client.closes, 0);
  if (closes > 0) failures.push(`${closes} connections were closed by the server`);
  for (const room of rooms) {
    const copies = room.clients.filter((client) => client.options.keepsCopy);
    const isSame = await waitUntil(() => copies.every(holdsAll), 5_000); // a deletion may be on its way
    if (!isSame) failures.push(`a document in ${room.name} differs from what was written`);
    if (crowd.server.kind.keepsDocs && !(await newcomerSeesAll(room)))
      failures.push(`a newcomer to ${room.name} does not see all that was written`);
  }
  return failures;
}

/** Whether somebody who enters an existing room sees, within five seconds, all that was written there. */
export async function newcomerSeesAll(room: Room): Promise<boolean> {
  const newcomer = new Client(room, { person: room.clients.length, keepsCopy: true });
  const seesAll = await newcomer.connect().then(
    () => waitUntil(() => holdsAll(newcomer), 5_000),
    () => false,
  );
  newcomer.stop();
  room.clients.splice(room.clients.indexOf(newcomer), 1);
  return seesAll;
}

function holdsAll(client: Client): boolean {
  const copy = client.readCopy();
  return (
    copy !== undefined && [...client.room.typists.values()].every((typist) => typist.isIn(copy))
  );
}
