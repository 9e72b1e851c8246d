// The most edits a second that one room takes before its people notice. No cursors.
import { checkRooms, connectAll, gather, Pacer } from "../crowd.ts";
import { since, watchNoise, type Noise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd } from "../room.ts";
import { dice, sleep, waitUntil } from "../statistics.ts";
import { coreShare, defineScenario, type Outcome } from "./scenario.ts";

const defaults = {
  people: 50,
  writers: 25,
  startPerS: 400,
  factor: 1.6,
  /** After the first failure the gap is halved so many times. */
  halvings: 2,
  limitMs: 100,
  stepS: 2,
  maxPerS: 30_000,
  tries: 4,
};

interface Step {
  readonly editsPerS: number;
  readonly p99: number | undefined;
  readonly core: number | undefined;
  readonly usPerDelivery: number | undefined;
  readonly noise: Noise;
  readonly isDrained: boolean;
  readonly isHeld: boolean;
}

export const saturate = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const { people, writers, limitMs } = settings;
  const crowd = new Crowd(server);
  const noise = watchNoise(server);
  const clients = gather(crowd, {
    rooms: 1,
    people,
    options: (person) => ({ types: person < writers, keepsCopy: person === people - 1 }),
  });
  await connectAll(clients);

  const drain = (withinMs: number) =>
    waitUntil(() => clients.every((client) => client.missing() === 0), withinMs);

  const once = async (perS: number): Promise<Step> => {
    await drain(60_000); // an overload before this one may have left a queue
    const pacer = new Pacer();
    const throwDie = dice(perS);
    for (const client of clients.slice(0, writers))
      pacer.add(perS / writers, throwDie, () => client.type(0));
    pacer.start();
    await sleep(700);
    const stepNoise = watchNoise(server);
    const cpuBefore = server.cpuMs();
    const startedAt = performance.now();
    const meter = crowd.measure();
    await sleep(settings.stepS * 1_000);
    const wallMs = performance.now() - startedAt;
    const cpuMs = since(server.cpuMs(), cpuBefore);
    const heard = stepNoise();
    const { editsSent, editsOwed } = meter;
    pacer.stop();
    const isDrained = await drain(15_000);
    meter.isOpen = false;
    const { p99 } = meter.edits.summary();
    await sleep(300);
    return {
      isDrained,
      editsPerS: (editsSent * 1_000) / wallMs,
      p99,
      core: coreShare(cpuMs, wallMs),
      usPerDelivery: cpuMs === undefined ? undefined : (cpuMs * 1_000) / editsOwed,
      noise: heard,
      isHeld: isDrained && p99 !== undefined && p99 < limitMs,
    };
  };

  /** Other work can only make a step slower: one fails when every try of it fails. */
  const step = async (perS: number): Promise<Step> => {
    let result = await once(perS);
    for (let tries = 1; tries < settings.tries; tries++) {
      if (result.isHeld || !result.isDrained || (result.core ?? 0) > 0.97) break;
      await sleep(500);
      result = await once(perS);
    }
    return result;
  };

  const steps: Step[] = [];
  const isHeldAt = async (perS: number) => {
    const result = await step(perS);
    steps.push(result);
    return result.isHeld;
  };
  let low = 0;
  let high = settings.startPerS;
  while (high <= settings.maxPerS && (await isHeldAt(high))) {
    low = high;
    high *= settings.factor;
  }
  const halvings = low > 0 && high <= settings.maxPerS ? settings.halvings : 0;
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    if (await isHeldAt(middle)) low = middle;
    else high = middle;
  }
  const failures = await checkRooms(crowd, crowd.rooms, 60_000);
  crowd.leave();
  const best = steps
    .filter(({ isHeld }) => isHeld)
    .reduce<Step | undefined>(
      (one, other) => (one && one.editsPerS > other.editsPerS ? one : other),
      undefined,
    );
  return {
    failures: best ? failures : [...failures, "even the lowest rate was too much"],
    noise: best?.noise ?? noise(),
    figures: {
      editsPerS: best?.editsPerS,
      deliveriesPerS: best && best.editsPerS * (people - 1),
      editP99: best?.p99,
      core: best?.core,
      cpuUsPerDelivery: best?.usPerDelivery,
      loadShare: best?.noise.loadShare,
    },
  };
}
