// Rooms in which people type and move their cursors: `fanout` is one of them, `rooms` many.
import { makeBoard } from "../board.ts";
import { checkRooms, connectAll, gather, Pacer } from "../crowd.ts";
import { since, watchMemory, watchNoise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd } from "../room.ts";
import { dice, sleep, waitUntil } from "../statistics.ts";
import { coreShare, defineScenario, type Outcome } from "./scenario.ts";

const defaults = {
  rooms: 1,
  people: 50,
  writers: 10,
  keysPerS: 6,
  cursors: 50,
  cursorsPerS: 10,
  /** 3: the product's three sockets a person. */
  sockets: 1,
  /** What every room holds before. */
  boardBytes: 0,
  warmS: 1,
  seconds: 5,
};

export const traffic = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const { rooms, people, writers, keysPerS, cursors, cursorsPerS, sockets } = settings;
  const memoryAtBoot = server.memoryMb();
  const crowd = new Crowd(server);
  const clients = gather(crowd, {
    rooms,
    people,
    sockets,
    // one in seven reads cursors, the last two of the first rooms hold real documents: enough, and cheap
    options: (person, room) => ({
      types: person < writers,
      keepsCopy: person >= Math.max(writers, people - 2) && room < 3,
      readsCursors: person % 7 === 3,
    }),
  });
  const boards = [...new Set(clients.map((client) => client.room))];
  const hosts = clients.filter((client) => client.options.person === 0);
  await connectAll(hosts);
  if (settings.boardBytes > 0) {
    const { state } = makeBoard(settings.boardBytes);
    for (const host of hosts) host.sendUpdate(state);
    await sleep(500);
  }
  await connectAll(crowd.clients.filter((client) => !hosts.includes(client)));
  await sleep(800);

  const pacer = new Pacer();
  const throwDie = dice(1);
  for (const client of clients) {
    const { person } = client.options;
    if (person < writers)
      pacer.add(keysPerS * (0.8 + 0.4 * throwDie()), throwDie, () => client.type());
    if (person < cursors) pacer.add(cursorsPerS, throwDie, () => client.moveCursor());
  }
  pacer.start();
  await sleep(settings.warmS * 1_000);
  const memory = watchMemory(server);
  const noise = watchNoise(server);
  const cpuBefore = server.cpuMs();
  const startedAt = performance.now();
  const meter = crowd.measure();
  await sleep(settings.seconds * 1_000);
  const wallMs = performance.now() - startedAt;
  const cpuMs = since(server.cpuMs(), cpuBefore);
  const heard = noise();
  const inTime = meter.editsDelivered;
  const owed = meter.editsOwed + meter.cursorsOwed;
  const { editsSent, editsOwed } = meter;
  pacer.stop();
  // what was typed in time counts, however late it comes
  await waitUntil(() => clients.every((client) => client.missing() === 0), 8_000);
  meter.isOpen = false;
  const failures = await checkRooms(crowd, boards.slice(0, 3));
  const memoryMb = memory().at(-1);
  const edits = meter.edits.summary();
  const moves = meter.cursors.summary();
  crowd.leave();
  return {
    failures,
    noise: heard,
    figures: {
      editP50: edits.p50,
      editP95: edits.p95,
      editP99: edits.p99,
      cursorP50: moves.p50,
      cursorP99: moves.p99,
      core: coreShare(cpuMs, wallMs),
      cpuUsPerOwed: cpuMs === undefined ? undefined : (cpuMs * 1_000) / owed,
      inTimeShare: inTime / editsOwed,
      editsPerS: (editsSent * 1_000) / wallMs,
      owedPerS: (owed * 1_000) / wallMs,
      memoryMb,
      memoryPerRoomMb: memoryMb && memoryAtBoot && (memoryMb - memoryAtBoot) / rooms,
    },
  };
}
