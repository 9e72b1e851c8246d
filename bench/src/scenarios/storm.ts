// kill -9 with 300 people connected, a restart, and everybody comes back at once, still typing.
import { ourBackoff, standardBackoff } from "../backoff.ts";
import { connectAll, gather, newcomerSeesAll, Pacer } from "../crowd.ts";
import { since, watchMemory, watchNoise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd } from "../room.ts";
import { dice, Samples, sleep, waitUntil } from "../statistics.ts";
import { defineScenario, type Outcome } from "./scenario.ts";

const defaults = {
  rooms: 10,
  people: 30,
  writers: 3,
  keysPerS: 6,
  cursors: 6,
  cursorsPerS: 10,
  beforeS: 6,
  downMs: 200,
  waitS: 30,
  /** 1: our client's way of coming back, 0: the standard one. */
  ours: 0,
  /** 3: the product's three sockets a person. */
  sockets: 1,
};

export const storm = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const { rooms, people, writers, cursors, sockets } = settings;
  const throwDie = dice(7);
  const backoffMs = settings.ours ? ourBackoff(throwDie) : standardBackoff;
  const crowd = new Crowd(server);
  const clients = gather(crowd, {
    rooms,
    people,
    sockets,
    options: (person) => ({ types: person < writers, backoffMs }),
  });
  const boards = [...new Set(clients.map((client) => client.room))];
  await connectAll(crowd.clients);
  const pacer = new Pacer();
  for (const client of clients) {
    const { person } = client.options;
    if (person < writers) pacer.add(settings.keysPerS, throwDie, () => client.type());
    if (person < cursors)
      pacer.add(settings.cursorsPerS, throwDie, () => {
        if (client.isConnected) client.moveCursor();
      });
  }
  pacer.start();
  await sleep(settings.beforeS * 1_000);

  const killedAt = performance.now();
  await server.crash();
  const away = new Set(crowd.clients);
  const backAt: number[] = [];
  for (const room of boards) {
    // somebody is back when they hold again what everybody had written when the server died
    const clocks = new Map([...room.typists].map(([id, { log }]) => [id, log.clock]));
    for (const client of crowd.clients.filter((one) => one.room.board === room.board))
      client.onProgress = (now) => {
        if ((client.syncedAt ?? 0) < killedAt) return;
        if (client.room === room && !client.hasAll(clocks)) return;
        client.onProgress = undefined;
        away.delete(client);
        backAt.push(now);
      };
  }
  await sleep(settings.downMs);
  const cpuBefore = server.cpuMs();
  await server.start();
  const upAt = performance.now();
  const noise = watchNoise(server);
  const memory = watchMemory(server, 100);
  await waitUntil(() => away.size === 0, settings.waitS * 1_000, 10);
  const recoverCpuMs = since(server.cpuMs(), cpuBefore);
  const heard = noise();
  await sleep(2_000);
  pacer.stop();
  const isDrained = await waitUntil(() => clients.every((one) => one.missing() === 0), 15_000);
  const seen = await Promise.all(boards.map(newcomerSeesAll));
  const lacking = seen.filter((seesAll) => !seesAll).length;
  crowd.leave();
  const fromListening = new Samples();
  for (const at of backAt) fromListening.add(at - upAt);
  const { p50, max } = fromListening.summary();
  return {
    failures: [
      ...(away.size > 0 ? [`${away.size} connections did not come back`] : []),
      ...(isDrained ? [] : ["edits are still missing after all came back"]),
      ...(lacking > 0 ? [`newcomers to ${lacking} rooms do not see all that was written`] : []),
    ],
    noise: heard,
    figures: {
      bootMs: server.bootMs,
      backP50: p50,
      backMax: max,
      outageMs: max === undefined ? undefined : upAt + max - killedAt,
      recoverCpuMs,
      memoryMb: Math.max(...memory()),
    },
  };
}
