import { expect, test } from "vitest";
import { cleanName, cleanTitle } from "./clean.ts";
import { friendlyName } from "./friendly-name.ts";

test.for([
  ["a\r\nb\nc\td\u2028e", "a b c d e"],
  ["  edges  ", "edges"],
  ["control\u0000s\u009b", "controls"],
  ["half a \ud83d pair", "half a \ufffd pair"],
  ["", ""],
])("a title stands on one line: %j", ([text = "", title]) => {
  expect(cleanTitle(text)).toBe(title);
});

test("a title has at most 200 characters, however many bytes each takes", () => {
  expect(cleanTitle("🌙".repeat(200))).toHaveLength(400);
  expect(cleanTitle("x".repeat(201))).toBeUndefined();
});

test.for([
  ["  Ada   Lovelace ", "Ada Lovelace"],
  ["\u202eevil\u202c", "evil"],
  ["\u2066a\u2069\u200f", "a"],
  ["\u200b\u200d", ""],
  ["👩‍🚒", "👩‍🚒"],
  ["مريم", "مريم"],
])("a name is trimmed and does not turn the text around it: %j", ([text = "", name]) => {
  expect(cleanName(text)).toBe(name);
});

test("a name has at most 60 characters", () => {
  expect(cleanName("x".repeat(60))).toHaveLength(60);
  expect(cleanName("x".repeat(61))).toBeUndefined();
});

const always = () => 0;

test("friendly names avoid those that are taken, and end with a number when all are", () => {
  const first = friendlyName("en", new Set(), always);
  expect(first).toBe("Quiet Heron");
  expect(friendlyName("en", new Set([first]), always)).toBe("Quiet Heron 2");
  expect(friendlyName("de", new Set(), () => 0.999)).toBe("Netter Specht");
});
