import { linkIdOf, readBoardId, type Role } from "@secondstory/shared";
import { expect, test } from "vitest";
import { must, testServer } from "../testing/server.ts";
import { addressesOf } from "./addresses.ts";
import { issueLink } from "./issue-link.ts";
import { findSecret, hashKey, newKey, newLink } from "./keys.ts";

const board = must(readBoardId("board-1"));
const asked = { protocol: "http", host: "board.test:3000" } as const;

test("[S30] a key has 192 random bits and needs no escaping; its hash does not give it back", () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  expect(keys.size).toBe(100);
  for (const key of keys) {
    expect(key).toMatch(/^[\w-]{32}$/);
    expect(hashKey(key)).not.toContain(key);
  }
});

test("[S30] a link's secret holds a whole key beside the link's id, by which it can be told from others", () => {
  const { secret, stored } = newLink("observer");
  expect(secret).toMatch(/^[\w-]{40}$/);
  expect(stored.link).toBe(linkIdOf(secret));
  expect(stored.hash).toBe(hashKey(secret));
  expect(newLink("observer").stored.link).not.toBe(stored.link);
});

test("whoever runs the server can issue a link that lets its bearer lead, while the board is open", async () => {
  const server = await testServer();
  const board = await server.createBoard();
  await server.join(board, "participant");
  const { secret, stored } = await issueLink(server.storage, board.id, "facilitator", 7);
  const lead = await server.join(
    { ...board, secrets: { ...board.secrets, facilitator: secret } },
    "facilitator",
  );
  expect(lead.role).toBe("facilitator");
  expect((await server.ask(lead, { type: "advance" })).status).toBe(200);
  const links = await server.storage.listSecrets(board.id);
  expect(links.find(({ link }) => link === stored.link)).toMatchObject({
    madeAt: 7,
    madeBy: undefined,
  });
  expect(JSON.stringify(links)).not.toContain(secret);
  expect((await server.join(board, "facilitator")).role).toBe("facilitator"); // the first one works on
  const nowhere = issueLink(server.storage, must(readBoardId("nowhere")), "facilitator", 7);
  await expect(nowhere).rejects.toMatchObject({ code: "board-gone" });
});

test("a link is found by the hash of its secret, switched off or not", () => {
  const secrets = [stored("one", "observer", undefined), stored("two", "participant", 5)];
  expect(findSecret(secrets, hashKey("two"))?.role).toBe("participant");
  expect(findSecret(secrets, hashKey("three"))).toBeUndefined();
  expect(findSecret([], hashKey("one"))).toBeUndefined();
});

test("links are built on the address that was asked, or on PUBLIC_URL with its path", () => {
  expect(addressesOf(undefined).boardLink(asked, board, "key")).toBe(
    "http://board.test:3000/b/board-1#key",
  );
  const known = addressesOf(new URL("https://tools.test/second-story/"));
  expect(known.boardLink(asked, board, "key")).toBe(
    "https://tools.test/second-story/b/board-1#key",
  );
  expect(known.cookiePath(board)).toBe("/second-story/api/boards/board-1");
});

test("an origin is our own if its host was asked, or if it is PUBLIC_URL's", () => {
  const anywhere = addressesOf(undefined);
  expect(anywhere.isOwn(asked, "http://board.test:3000")).toBe(true);
  expect(anywhere.isOwn(asked, "https://board.test:3000")).toBe(true); // behind a proxy that ends TLS
  for (const origin of [undefined, "null", "", "http://board.test", "http://board.test:3000.evil"])
    expect(anywhere.isOwn(asked, origin)).toBe(false);
  const known = addressesOf(new URL("https://tools.test/x"));
  expect(known.isOwn(asked, "https://tools.test")).toBe(true);
  expect(known.isOwn(asked, "http://tools.test")).toBe(false);
});

function stored(key: string, role: Role, switchedOffAt: number | undefined) {
  const link = must(linkIdOf(key));
  return { hash: hashKey(key), link, role, madeAt: 1, madeBy: undefined, switchedOffAt };
}
