// Notes to the facilitators reach them alone, and one without a name is nobody's.
import { openPrivate, readInbox } from "@secondstory/shared";
import { expect, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { fetchCopy } from "../testing/docs.ts";
import { testServer, type TestSeat, type TestServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

async function scene(options: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer({ now: () => 10 * 3_600_000 + 5_000, ...options });
  const board = await server.createBoard();
  const ada = await server.join(board, "facilitator", "Ada");
  const bob = await server.join(board, "participant", "Bob");
  const ida = await server.join(board, "observer", "Ida");
  return { server, board, ada, bob, ida };
}

const send = (server: TestServer, { board, headers }: TestSeat, note: object) =>
  server.call({
    method: "POST",
    url: `/api/boards/${board}/notes`,
    payload: { id: "note-1", text: "I did not dare to say it", named: true, ...note },
    headers,
  });
const inboxOf = async (server: TestServer, { board, headers }: TestSeat) => {
  const copy = await fetchCopy(await server.socket(board, "private", { headers }));
  return readInbox(openPrivate(copy.doc));
};

test("[WF1] a note is delivered once to everybody who leads now, those who are away too", async () => {
  const { server, board, ada, bob } = await scene();
  const eve = await server.join(board, "facilitator", "Eve");
  const answers = [await send(server, bob, {}), await send(server, bob, { text: "again" })];
  for (const { status, body } of answers) {
    expect(status).toBe(201);
    expect(new Set(body.readers)).toEqual(new Set([ada.participant, eve.participant]));
  }
  for (const reader of [ada, eve])
    expect(await inboxOf(server, reader)).toEqual([
      {
        id: "note-1",
        text: "I did not dare to say it",
        by: bob.participant,
        at: 10 * 3_600_000 + 5_000,
        readAt: null,
      },
    ]);
  await server.ask(ada, { type: "setRole", participant: bob.participant, role: "facilitator" });
  expect(await inboxOf(server, bob)).toEqual([]);
});

test("[WF2] without a name neither the note nor the log says who wrote it, nor to the minute when", async () => {
  const { server, ada, ida } = await scene();
  const before = server.lines.length;
  expect((await send(server, ida, { named: false })).status).toBe(201);
  expect(await inboxOf(server, ada)).toMatchObject([{ by: null, at: 10 * 3_600_000 }]);
  const logged = server.lines.slice(before).join("\n");
  expect(logged).toContain("/notes");
  expect(logged).not.toContain(ida.participant);
  expect(logged).not.toContain("dare");
});

test("[WF3] nobody else receives a word of it, by socket, answer, export or log", async () => {
  const { server, board, ada, bob, ida } = await scene();
  const raw: string[] = [];
  for (const seat of [bob, ida])
    for (const doc of ["board", "control"]) {
      const socket = await server.socket(board.id, doc, { headers: seat.headers });
      socket.ws.on("message", (data: Buffer) => raw.push(data.toString("latin1")));
    }
  await send(server, bob, { text: "Xylophone" });
  await server.ask(ada, { type: "advance" });
  const own = await server.socket(board.id, "private", { headers: bob.headers });
  own.send(syncMessage("step1", new Uint8Array([0])));
  raw.push(Buffer.from((await own.next("step2")).bytes).toString("latin1"));
  for (const path of ["", "/export.md", "/export.json"])
    raw.push(
      JSON.stringify(
        await server.call({
          method: "GET",
          url: `/api/boards/${board.id}${path}`,
          headers: ada.headers,
        }),
      ),
    );
  expect([...raw, ...server.lines].join(" ")).not.toContain("Xylophone");
});

test("[WF4] what cannot be delivered is refused, and says why", async () => {
  const { server, board, ada, bob } = await scene({
    settings: { limits: { ...defaultLimits, notesPerHour: 2 } },
  });
  expect((await send(server, ada, {})).body.error.code).toBe("no-facilitator");
  expect((await send(server, bob, { text: " " })).body.error.code).toBe("invalid");
  expect((await send(server, bob, { text: "x".repeat(5_001) })).status).toBe(400);
  const link = { ...bob, headers: { authorization: `Bearer ${board.secrets.participant}` } };
  expect((await send(server, link, {})).body.error.code).toBe("no-participant");
  expect((await send(server, bob, {})).status).toBe(201);
  expect((await send(server, bob, {})).status).toBe(201);
  expect((await send(server, bob, {})).status).toBe(429);
  await server.ask(ada, { type: "seal" });
  const ida = await server.join(board, "observer", "Ida");
  expect((await send(server, ida, {})).body.error.code).toBe("sealed");
});
