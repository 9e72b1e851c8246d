// kill -9 while people write, and none of them comes back: what does the restarted server still hold?
import * as Y from "yjs";
import { Client } from "../client.ts";
import { connectAll, gather, Pacer } from "../crowd.ts";
import { watchNoise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd, Room } from "../room.ts";
import { dice, Samples, sleep, waitUntil } from "../statistics.ts";
import { defineScenario, type Outcome } from "./scenario.ts";

const defaults = { rooms: 10, people: 4, writers: 3, keysPerS: 6, beforeS: 13, kills: 1 };

/** One writer at the moment of the kill. */
interface Left {
  readonly id: number;
  readonly typed: number;
  readonly saved: number;
  /** What somebody else had on their screen. */
  readonly shown: number;
  readonly ageMs: (clock: number) => number;
}

export const durability = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const throwDie = dice(settings.kills);
  const confirmed = new Samples();
  const noise = watchNoise(server);
  const sum = { typed: 0, lost: 0, lostButSaved: 0, lostButShown: 0 };
  let oldestLostMs = 0;
  let oldestUnsavedMs: number | undefined;
  let rift = 0;
  for (let kill = 0; kill < settings.kills; kill++) {
    const boards = await writeAndKill(server, settings, throwDie, confirmed);
    await server.start();
    const crowd = new Crowd(server);
    for (const [board, writers] of boards) {
      const held = await readAgain(crowd, board, writers);
      if (held.hasRift) rift++;
      for (const { id, typed, saved, shown, ageMs } of writers) {
        const kept = held.clocks.get(id) ?? 0;
        sum.typed += typed;
        sum.lost += Math.max(0, typed - kept);
        sum.lostButSaved += Math.max(0, saved - kept);
        sum.lostButShown += Math.max(0, Math.min(shown, typed) - kept);
        if (kept < typed) oldestLostMs = Math.max(oldestLostMs, ageMs(kept));
        if (saved > 0 && saved < typed)
          oldestUnsavedMs = Math.max(oldestUnsavedMs ?? 0, ageMs(saved));
      }
    }
    crowd.leave();
  }
  const { count, p50, p99, max } = confirmed.summary();
  const isConfirming = count > 0;
  return {
    failures: [
      ...(sum.lostButSaved > 0 ? [`${sum.lostButSaved} edits were told saved and are lost`] : []),
      ...(rift > 0 ? [`${rift} documents came back with a hole`] : []),
    ],
    noise: noise(),
    figures: {
      kills: settings.kills,
      ...sum,
      lostButSaved: isConfirming ? sum.lostButSaved : undefined,
      oldestLostMs,
      oldestUnsavedMs: isConfirming ? Math.max(oldestUnsavedMs ?? 0, max ?? 0) : undefined,
      savedP50: p50,
      savedP99: p99,
    },
  };
}

async function writeAndKill(
  server: RunningServer,
  { rooms, people, writers, keysPerS, beforeS }: typeof defaults,
  throwDie: () => number,
  confirmed: Samples,
): Promise<Map<string, Left[]>> {
  const crowd = new Crowd(server);
  const options = (person: number) => ({ types: person < writers, wantsSaved: true });
  const clients = gather(crowd, { rooms, people, options });
  await connectAll(clients);
  const pacer = new Pacer();
  for (const client of clients) {
    client.onSaved = (ageMs) => confirmed.add(ageMs);
    if (client.typist) pacer.add(keysPerS, throwDie, () => client.type(0));
  }
  pacer.start();
  await sleep((beforeS + throwDie() * 0.4) * 1_000);
  const killedAt = performance.now();
  await server.crash();
  pacer.stop();
  await sleep(50); // for what is still on its way
  const left = new Map<string, Left[]>();
  for (const { board, clients: present } of crowd.rooms)
    left.set(
      board,
      present.flatMap(({ typist, confirmed }) => {
        if (!typist) return [];
        const { clientId: id, log } = typist;
        return {
          id,
          typed: log.clockBefore(killedAt - 5), // later ones never left this machine
          saved: confirmed.clock,
          shown: present.at(-1)?.heard(id) ?? 0,
          ageMs: (clock: number) => killedAt - (log.sentAt(clock) ?? killedAt),
        };
      }),
    );
  crowd.leave();
  return left;
}

async function readAgain(crowd: Crowd, board: string, writers: readonly Left[]) {
  const reader = new Client(new Room(crowd, board), { person: 0, keepsCopy: true });
  await reader.connect();
  const clocks = () => Y.decodeStateVector(Y.encodeStateVector(reader.readCopy() ?? new Y.Doc()));
  const hasAll = () => {
    const known = clocks();
    return writers.every(({ id, typed }) => (known.get(id) ?? 0) >= typed);
  };
  await waitUntil(hasAll, 200); // some load after their first answer
  return { clocks: clocks(), hasRift: Boolean(reader.readCopy()?.store.pendingStructs) };
}
