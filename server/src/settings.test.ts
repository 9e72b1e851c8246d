import { expect, test } from "vitest";
import { BadSetting, defaultLimits, readSettings } from "./settings.ts";

test("nothing has to be set", () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "./data",
    publicUrl: undefined,
    logLevel: "info",
    limits: defaultLimits,
    trustProxy: false,
  });
});

test("everything can be set", () => {
  const settings = readSettings({
    PORT: "8080",
    HOST: "0.0.0.0",
    DATA_DIR: "/var/lib/second-story",
    PUBLIC_URL: "https://tools.test/board/",
    LOG_LEVEL: "WARN",
    LIMITS: "off",
    TRUST_PROXY: "1",
  });
  expect(settings).toMatchObject({
    port: 8080,
    host: "0.0.0.0",
    dataDir: "/var/lib/second-story",
    logLevel: "warn",
    limits: undefined,
    trustProxy: 1,
  });
  expect(settings.publicUrl?.pathname).toBe("/board/");
  expect(readSettings({ TRUST_PROXY: "10.0.0.0/8, loopback" }).trustProxy).toBe(
    "10.0.0.0/8, loopback",
  );
});

test.for([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["PUBLIC_URL", "board.example.org"],
  ["PUBLIC_URL", "ftp://board.example.org"],
  ["PUBLIC_URL", "https://board.example.org/?x=1"],
  ["LOG_LEVEL", "loud"],
  ["LIMITS", "maybe"],
  ["TRUST_PROXY", "true"],
])("%s=%s is refused in one sentence that names it", ([name, value]) => {
  const read = () => readSettings({ [name ?? ""]: value });
  expect(read).toThrow(BadSetting);
  expect(read).toThrow(new RegExp(`^${name} .*\\.$`));
});
