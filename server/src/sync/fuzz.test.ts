// Random and mutated frames on every route, over real sockets and, by the hundred thousand, at a room's door: nothing breaks,
// nothing stays, and whoever is closed is closed with a code of the contract.
import { closeCodes } from "@secondstory/shared";
import { expect, test } from "vitest";
import { Copy, fetchCopy } from "../testing/docs.ts";
import { diceOf, messagesOf } from "../testing/fuzz.ts";
import { clientFrame, openRaw } from "../testing/raw-socket.ts";
import { testServer } from "../testing/server.ts";
import { roomScene } from "../testing/room.ts";
import { syncMessage } from "../testing/socket.ts";

const sockets = 1_500;
const framesEach = 20;
/** Sockets that are open at once. */
const atOnce = 40;

test(
  "[S18] 30,000 frames of 1,500 sockets break nothing and leave nothing behind",
  { timeout: 60_000 },
  async () => {
    const server = await testServer({
      rooms: { idleMs: 1 },
      settings: { logLevel: "info" },
      wire: { closeMs: 1_000 },
    });
    const board = await server.createBoard();
    const [writer, reader] = [
      await server.join(board, "participant"),
      await server.join(board, "observer"),
    ];
    const script = { authorization: `Bearer ${board.secrets.participant}` };
    const origin = await server.origin();
    const callers = [writer.headers, reader.headers, script, {}];
    const docs = ["board", "control", "private"];
    const nextMessage = messagesOf(diceOf(20_240_607), 0.7);
    const codes = new Map<string, number>();

    const attack = async (index: number) => {
      const doc = docs[index % docs.length] ?? "board";
      const headers = callers[Math.floor(index / docs.length) % callers.length] ?? {};
      const path = `/api/boards/${board.id}/sync/${doc}?saved=${index % 2}`;
      const frames = Array.from({ length: framesEach }, () => clientFrame(nextMessage()));
      const bye = clientFrame(Uint8Array.of(3, 232), { opcode: 8 });
      const socket = openRaw(origin, path, { headers, first: Buffer.concat([...frames, bye]) });
      const code = await socket.closed;
      const who = "authorization" in headers ? "somebody" : "stranger";
      const key = `${who} ${code}`;
      codes.set(key, (codes.get(key) ?? 0) + 1);
    };
    for (let index = 0; index < sockets; index += atOnce)
      await Promise.all(Array.from({ length: atOnce }, (_, offset) => attack(index + offset)));

    const allowed = [1000, closeCodes.unreadable, closeCodes.readOnly];
    const expected = ["stranger 4401", ...allowed.map((code) => `somebody ${code}`)];
    expect(expected).toEqual(expect.arrayContaining([...codes.keys()]));
    expect(codes.size).toBeGreaterThan(2);
    expect(server.lines.filter((line) => line.includes('"level":50'))).toEqual([]);

    const socket = await server.socket(board.id, "board", { headers: writer.headers });
    const copy = new Copy();
    socket.send(syncMessage("update", copy.type("still here")));
    expect((await fetchCopy(socket)).text).toContain("still here");
    socket.ws.close();
    await expect
      .poll(async () => (await server.call({ method: "GET", url: "/metrics" })).body)
      .toMatch(
        /secondstory_rooms 0\n[^]*secondstory_connections 0\n[^]*secondstory_queue_bytes 0\n/,
      );
  },
);

test(
  "[S18] 100,000 frames at a room's door break nothing: what it kept loads again, and is what people have",
  { timeout: 60_000 },
  async () => {
    const { rooms, storage, board, failures, person, enter } = await roomScene({ idleMs: 1 });
    const [ada, cyd] = [await person("participant"), await person("observer")];
    const nextMessage = messagesOf(diceOf(7), 0.1);
    const codes = new Set<number | undefined>();
    for (const doc of ["board", "control", "private"] as const) {
      let guest = await enter(ada, doc);
      for (let count = 0; count < 33_334; count++) {
        if (guest.wire.closedWith) {
          codes.add(guest.wire.code);
          guest.leave();
          guest = await enter(doc === "board" && count % 5 === 0 ? cyd : ada, doc);
        }
        guest.room.receive(guest.peer, nextMessage());
      }
      guest.leave();
    }
    expect(codes).toEqual(new Set([closeCodes.unreadable, closeCodes.readOnly]));
    expect(failures).toEqual([]);
    const before = await enter(cyd);
    const state = await before.room.readBoard();
    before.leave();
    await rooms.close();
    const again = await roomScene({}, storage, board);
    expect(await (await again.enter(cyd)).room.readBoard()).toEqual(state);
  },
);
