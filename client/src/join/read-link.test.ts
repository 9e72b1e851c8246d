import { expect, test } from "vitest";
import { invariant, readBoardId } from "@secondstory/shared";
import { readLink, readSecret } from "./read-link.ts";

const here = readBoardId("here");
invariant(here, "a test uses ids of the board's alphabet");
const secret = "k7Q2m9_x-abcdefghijklmnopqrstuv";

test("a secret is read from a fragment, with or without its sign", () => {
  expect(readSecret(`#${secret}`)).toBe(secret);
  expect(readSecret(secret)).toBe(secret);
});

test("a secret from another device is read with its mark", () => {
  expect(readSecret(`#device.${secret}`)).toBe(`device.${secret}`);
  expect(readLink(`https://board.example.org/b/7kq2m9#device.${secret}`, here)).toEqual({
    board: "7kq2m9",
    secret: `device.${secret}`,
  });
});

test("what cannot be a secret is none", () => {
  for (const text of [
    "",
    "#",
    "#main",
    "#short",
    "#device.",
    `#other.${secret}`,
    `#${secret}/more`,
    "#ä".repeat(20),
  ])
    expect(readSecret(text)).toBeUndefined();
});

test("a pasted link says which board and by which secret", () => {
  const link = `https://board.example.org/b/7kq2m9#${secret}`;
  expect(readLink(link, here)).toEqual({ board: "7kq2m9", secret });
  expect(readLink(`  ${link}\n`, here)).toEqual({ board: "7kq2m9", secret });
  expect(readLink(`https://example.org/team/b/7kq2m9?phase=lessons#${secret}`, here)).toEqual({
    board: "7kq2m9",
    secret,
  });
});

test("a bare key belongs to the board that is open", () => {
  expect(readLink(secret, here)).toEqual({ board: here, secret });
  expect(readLink(`#${secret}`, here)).toEqual({ board: here, secret });
});

test("a link without a key is no link", () => {
  expect(readLink("https://board.example.org/b/7kq2m9", here)).toBeUndefined();
  expect(readLink("https://board.example.org/b/7kq2m9#", here)).toBeUndefined();
  expect(readLink("", here)).toBeUndefined();
});
