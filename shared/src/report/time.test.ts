import { expect, test } from "vitest";
import { word } from "../words/index.ts";
import { clockOf, durationText, utc, type Zone } from "./time.ts";

const at = (text: string) => Date.parse(text);
const took = (from: string, to: string, language: "en" | "de" = "en") =>
  durationText(at(from), at(to), (key) => word(language, key));

test("UTC is cut to the minute", () => {
  expect(clockOf(at("2018-10-21T22:52:43.999Z"), utc)).toEqual({
    day: "2018-10-21",
    time: "22:52",
  });
});

test("another zone is a list of offsets, each from its moment on", () => {
  const berlin: Zone = {
    label: "Europe/Berlin",
    offsets: [
      { from: at("2025-10-26T01:00Z"), minutes: 60 },
      { from: at("2026-03-29T01:00Z"), minutes: 120 },
    ],
  };
  expect(clockOf(at("2026-03-29T00:59Z"), berlin).time).toBe("01:59");
  expect(clockOf(at("2026-03-29T01:00Z"), berlin).time).toBe("03:00");
  expect(clockOf(at("2025-01-01T23:30Z"), berlin)).toEqual({ day: "2025-01-02", time: "00:30" });
});

test("the furthest moments can be printed", () => {
  const zone: Zone = { label: "far", offsets: [{ from: 0, minutes: 900 }] };
  expect(clockOf(8.64e15, zone)).toEqual({ day: "+275760-09-13", time: "00:00" });
  expect(clockOf(-8.64e15, utc)).toEqual({ day: "-271821-04-20", time: "00:00" });
});

test.each([
  ["10:01", "10:20", "19 min"],
  ["10:01:59", "10:02:00", "1 min"],
  ["10:01", "10:01:30", "0 min"],
  ["10:00", "11:10", "1 h 10 min"],
  ["10:00", "12:00", "2 h"],
])("%s to %s is %s", (from, to, text) => {
  expect(took(`2026-03-12T${from}Z`, `2026-03-12T${to}Z`)).toBe(text);
});

test("days are counted from 48 hours on", () => {
  expect(took("2018-10-21T22:52:43Z", "2018-10-22T23:03Z")).toBe("24 h 11 min");
  expect(took("2026-03-12T10:00Z", "2026-03-14T14:05Z", "de")).toBe("2 Tg. 4 h 5 min");
});
