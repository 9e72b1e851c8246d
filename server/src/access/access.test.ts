import { readBoardId } from "@secondstory/shared";
import { expect, test } from "vitest";
import { must } from "../testing/server.ts";
import { addressesOf } from "./addresses.ts";
import { findSecret, hashKey, newKey } from "./keys.ts";

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

test("a link is found by the hash of its secret, switched off or not", () => {
  const secrets = [
    { hash: hashKey("one"), role: "observer", switchedOffAt: undefined },
    { hash: hashKey("two"), role: "participant", switchedOffAt: 5 },
  ] as const;
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
