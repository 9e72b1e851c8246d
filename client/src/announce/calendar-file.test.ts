import { expect, test } from "vitest";
import { invariant, readBoardId } from "@secondstory/shared";
import { calendarFile } from "./calendar-file.ts";

const board = readBoardId("abcdefghijklmnopqrstu");
invariant(board, "the test writes ids");

const file = (change: Partial<Parameters<typeof calendarFile>[0]> = {}) =>
  calendarFile({
    board,
    subject: "Post-mortem: Checkout; errors, and “größer” pools",
    description: `Everyone is welcome\nLine two with \\ and ; and , in it. ${"Lang ".repeat(30)}`,
    link: "https://board.example.org/b/abcdefghijklmnopqrstu#secret",
    at: Date.UTC(2026, 10, 24, 13, 0),
    minutes: 60,
    createdAt: Date.UTC(2026, 10, 22, 2, 3),
    now: Date.UTC(2026, 10, 22, 3, 3),
    ...change,
  });

/** Lines as a calendar reads them: folded ones put together again. */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").trimEnd().split("\r\n");

test("[A13] the meeting is one event in UTC, for an hour", () => {
  const lines = linesOf(file());
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-1)).toBe("END:VCALENDAR");
  expect(lines).toEqual(
    expect.arrayContaining([
      "VERSION:2.0",
      "METHOD:PUBLISH",
      "UID:meeting-abcdefghijklmnopqrstu@second-story",
      "DTSTAMP:20261122T030300Z",
      "DTSTART:20261124T130000Z",
      "DTEND:20261124T140000Z",
    ]),
  );
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines.some((line) => line.startsWith("PRODID:"))).toBe(true);
});

test("text is escaped, and no line is longer than 75 bytes", () => {
  const text = file();
  const lines = linesOf(text);
  expect(lines).toContain("SUMMARY:Post-mortem: Checkout\\; errors\\, and “größer” pools");
  const description = lines.find((line) => line.startsWith("DESCRIPTION:"));
  expect(description).toContain("Everyone is welcome\\nLine two with \\\\ and \\; and \\, in it.");
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

test("another date keeps the identity and is the later version", () => {
  const numberOf = (text: string) =>
    Number(/^SEQUENCE:(\d+)$/m.exec(text.replaceAll("\r", ""))?.[1]);
  const before = file();
  const after = file({ at: Date.UTC(2026, 10, 25, 13, 0), now: Date.UTC(2026, 10, 22, 4, 0) });
  const uid = (text: string) => linesOf(text).find((line) => line.startsWith("UID:"));
  expect(uid(after)).toBe(uid(before));
  expect(numberOf(after)).toBeGreaterThan(numberOf(before));
});
