// Minutes of meetings with people joining, leaving, writing and reading the report: memory must stay flat. What is typed is
// mostly taken back again, so that the boards themselves do not grow. The report is read from the start on, so that
// whatever a server starts when it is first needed is there before memory is looked at.
import { Client } from "../client.ts";
import { checkRooms, connectAll, gather, Pacer } from "../crowd.ts";
import { since, watchMemory, watchNoise } from "../noise.ts";
import type { RunningServer } from "../process.ts";
import { Crowd } from "../room.ts";
import { dice, median, slope, sleep } from "../statistics.ts";
import { coreShare, defineScenario, type Outcome } from "./scenario.ts";

const defaults = {
  minutes: 10,
  rooms: 20,
  people: 8,
  writers: 2,
  keysPerS: 6,
  cursors: 4,
  cursorsPerS: 10,
  /** Somebody leaves, and comes back within two seconds, so many times a second. */
  leavesPerS: 5,
  reportsPerS: 0.2,
};

export const soak = defineScenario(defaults, run);

async function run(server: RunningServer, settings: typeof defaults): Promise<Outcome> {
  const { rooms, people, writers, cursors } = settings;
  const crowd = new Crowd(server);
  const throwDie = dice(11);
  const options = (person: number) => ({ types: person < writers });
  const clients = gather(crowd, { rooms, people, options });
  await connectAll(clients);
  const pacer = new Pacer();
  for (const client of clients) {
    const { person } = client.options;
    if (person < writers) pacer.add(settings.keysPerS, throwDie, () => client.type(0.49));
    if (person < Math.min(cursors, writers))
      pacer.add(settings.cursorsPerS, throwDie, () => client.moveCursor());
  }
  const returning = new Set<Promise<void>>();
  let visits = 0;
  pacer.add(settings.leavesPerS, throwDie, () => {
    const room = crowd.rooms[Math.floor(throwDie() * rooms)];
    // newcomers stand last, so the one who has been there longest goes
    const guest = room?.clients.find((client) => !client.typist && client.isConnected);
    if (!room || !guest) return;
    guest.stop();
    room.clients.splice(room.clients.indexOf(guest), 1);
    visits++;
    const comeBack = async () => {
      await sleep(throwDie() * 2_000);
      const again = new Client(room, { person: guest.options.person });
      await again.connect();
    };
    const back = comeBack();
    returning.add(back);
    void back.finally(() => returning.delete(back));
  });
  let reports = 0;
  const readReport = async () => {
    const room = crowd.rooms[Math.floor(throwDie() * rooms)];
    const door = room && (await server.openDoor(room, { person: 0 }));
    if (!door?.reportUrl) return;
    const answer = await fetch(door.reportUrl, { headers: door.headers ?? {} });
    await answer.text();
    if (answer.ok) reports++;
  };
  // a report that fails is not counted
  pacer.add(settings.reportsPerS, throwDie, () => void readReport().catch(() => undefined));
  const memory = watchMemory(server, 1_000);
  const noise = watchNoise(server);
  const cpuBefore = server.cpuMs();
  const meter = crowd.measure();
  pacer.start();
  await sleep(settings.minutes * 60_000);
  const cpuMs = since(server.cpuMs(), cpuBefore);
  pacer.stop();
  const heard = noise();
  await Promise.all(returning);
  const failures = await checkRooms(crowd, crowd.rooms.slice(0, 3), 8_000);
  meter.isOpen = false;
  const series = memory();
  crowd.leave();
  const fifth = Math.floor(series.length / 5);
  return {
    failures,
    noise: heard,
    figures: {
      memoryEarlyMb: median(series.slice(fifth, 2 * fifth)),
      memoryLateMb: median(series.slice(-fifth)),
      growthMbPerMinute: slope(series.slice(fifth)) * 60,
      visits,
      reports,
      editP99: meter.edits.summary().p99,
      core: coreShare(cpuMs, settings.minutes * 60_000),
    },
  };
}
