// Some stop reading while their room is busy: does the server's memory grow, and do the others notice? The same traffic
// on a server just started, with everybody reading, is what it is compared with.
import { connectAll, gather, Pacer } from "../crowd.ts";
import { watchMemory, watchNoise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd } from "../room.ts";
import { dice, sleep, waitUntil } from "../statistics.ts";
import { defineScenario, type Outcome } from "./scenario.ts";

const defaults = {
  people: 14,
  writers: 4,
  slow: 6,
  bytes: 24_000,
  perS: 200,
  seconds: 12,
  /** 1: large awareness states, which nobody has to keep; 0: pastes, with which the document grows. */
  cursors: 1,
};

export const slow = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const usual = await phase(server, settings, 0);
  await server.stop();
  await server.start();
  const busy = await phase(server, settings, settings.slow);
  return {
    failures: [...usual.failures, ...busy.failures],
    noise: busy.noise,
    figures: {
      growthMb: usual.growthMb,
      growthWithSlowMb: busy.growthMb,
      extraGrowthMb: usual.growthMb && busy.growthMb && busy.growthMb - usual.growthMb,
      othersP99: usual.p99,
      othersP99WithSlow: busy.p99,
      closed: busy.closed,
    },
  };
}

async function phase(server: RunningServer, settings: typeof defaults, slowOnes: number) {
  const { people, writers, bytes, perS, seconds } = settings;
  const crowd = new Crowd(server);
  const clients = gather(crowd, {
    rooms: 1,
    people,
    options: (person) => ({ types: person < writers, readsCursors: true }),
  });
  await connectAll(clients);
  await sleep(500);
  const talkers = clients.slice(0, writers);
  const pointers = talkers.map((client) => client.pointer);
  const isBehind = (client: (typeof clients)[number]) =>
    settings.cursors
      ? !pointers.every((pointer) => client.pointer.hasNewestOf(pointer))
      : client.missing() > 0;
  const pacer = new Pacer();
  const throwDie = dice(3);
  for (const client of talkers)
    pacer.add(perS / writers, throwDie, () =>
      settings.cursors ? client.moveCursor(bytes) : client.paste(bytes),
    );
  const sleepers = clients.slice(people - slowOnes);
  for (const client of sleepers) client.pause();
  const memory = watchMemory(server);
  const noise = watchNoise(server);
  pacer.start();
  await sleep(1_000);
  const meter = crowd.measure();
  await sleep(seconds * 1_000);
  pacer.stop();
  const series = memory();
  const heard = noise();
  const others = clients.slice(0, people - slowOnes);
  const isDrained = await waitUntil(() => others.every((client) => !isBehind(client)), 10_000);
  meter.isOpen = false;
  for (const client of sleepers) client.resume();
  const hasRecovered = await waitUntil(
    () => sleepers.every((client) => client.closes > 0 || !isBehind(client)),
    15_000,
  );
  const closed = sleepers.filter((client) => client.closes > 0).length;
  crowd.leave();
  return {
    noise: heard,
    closed,
    growthMb: series.length > 0 ? Math.max(...series) - (series[0] ?? 0) : undefined,
    p99: (settings.cursors ? meter.cursors : meter.edits).summary().p99,
    failures: [
      ...(isDrained ? [] : ["those who read did not get everything"]),
      ...(hasRecovered ? [] : ["those who read again were neither served nor closed"]),
      ...(others.some((client) => client.closes > 0) ? ["somebody who read was closed"] : []),
    ],
  };
}
