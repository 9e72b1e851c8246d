import { expect, test } from "vitest";
import { MemoryStorage } from "../storage/memory.ts";
import { Copy } from "../testing/docs.ts";
import { testServer } from "../testing/server.ts";
import { syncMessage } from "../testing/socket.ts";

test("[S36] logs hold ids, codes and sizes: never a word, a name, a secret or a token", async () => {
  class Stumbling extends MemoryStorage {
    override async deleteBoard(): Promise<boolean> {
      throw new Error("stumbled over SECRETWORD");
    }
  }
  const server = await testServer({ storage: new Stumbling() });
  const board = await server.createBoard({ title: "TITLEWORD" });
  const ada = await server.join(board, "facilitator", "NAMEWORD");
  const cookie = { cookie: `seat=${ada.token}`, host: "h.test", origin: "http://h.test" };
  await server.ask(ada, { type: "rename", title: "OTHERTITLE" });
  await server.call({
    method: "POST",
    url: `/api/boards/${board.id}/events?key=QUERYWORD`,
    headers: cookie,
    payload: { events: [{ at: 0, text: "EVENTWORD" }] },
  });
  const broken = { "content-type": "application/json", ...ada.headers };
  const url = `/api/boards/${board.id}/requests`;
  await server.call({ method: "POST", url, headers: broken, payload: '{"BROKENWORD' });
  const erase = { method: "DELETE", url: `/api/boards/${board.id}`, headers: ada.headers } as const;
  expect((await server.call(erase)).status).toBe(500);
  const socket = await server.socket(board.id, "board", {
    headers: ada.headers,
    query: `?participant=${ada.participant}&token=QUERYWORD`,
  });
  await socket.next("step1");
  socket.send(syncMessage("update", new Copy().type("TYPEDWORD")));
  socket.send(new Uint8Array([99]));
  expect(await socket.closed).toBe(1007);
  await server.app.close();

  const log = server.lines.join("");
  expect(log).toContain(board.id);
  expect(log).toContain(ada.participant);
  expect(log).toContain('"route":"/api/boards/:id/events"');
  expect(log).not.toMatch(/[A-Z]{5,}WORD|OTHERTITLE/);
  for (const secret of [ada.token, ...Object.values(board.secrets)])
    expect(log).not.toContain(secret);
});
