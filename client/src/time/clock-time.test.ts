import { expect, test } from "vitest";
import { clockText, readTypedTime } from "./clock-time.ts";

test.each([
  ["14:05", "14:05"],
  ["1405", "14:05"],
  ["905", "09:05"],
  ["14.05", "14:05"],
  ["14h05", "14:05"],
  ["9", "09:00"],
  ["9:05", "09:05"],
  [" 14:05 Uhr ", "14:05"],
  ["um 14:05", "14:05"],
  ["14:05:33", "14:05:33"],
  ["2:15 pm", "14:15"],
  ["2:15PM", "14:15"],
  ["2 p.m.", "14:00"],
  ["12:10 am", "00:10"],
  ["12 pm", "12:00"],
  ["00:00", "00:00"],
])("%s reads as %s", (typed, expected) => {
  const read = readTypedTime(typed);
  expect(read?.kind === "clock" && clockText(read.time)).toBe(expected);
  expect(read?.approx).toBe(false);
});

test.each(["~14:05", "~ 14:05", "about 14:05", "etwa 14:05", "gegen 14:05", "ca. 14:05"])(
  "%s is approximate",
  (typed) => {
    expect(readTypedTime(typed)).toEqual({
      kind: "clock",
      time: { hour: 14, minute: 5, second: 0 },
      approx: true,
    });
  },
);

test.each(["now", "jetzt", "NOW "])("%s is this moment", (typed) => {
  expect(readTypedTime(typed)).toEqual({ kind: "now", approx: false });
});

test.each(["", "24:00", "14:60", "13 pm", "0 pm", "soon", "14:5", "12345", "1:2:3", "-1:00"])(
  "“%s” is no time",
  (typed) => {
    expect(readTypedTime(typed)).toBeUndefined();
  },
);
