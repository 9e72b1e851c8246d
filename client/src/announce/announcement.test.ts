import { expect, test } from "vitest";
import { announcement } from "./announcement.ts";

const facts = {
  language: "en",
  title: "Checkout errors",
  when: "Tuesday, 24 November 2026, 14:00 (Europe/Berlin)",
  link: "https://board.example.org/b/x#secret",
} as const;

test("[A13] the text for chat and mail says what, when and where, and carries the link whole", () => {
  const { subject, chat, mail } = announcement(facts);
  expect(subject).toBe("Post-mortem: Checkout errors");
  for (const text of [chat, mail]) {
    expect(text).toContain("When: Tuesday, 24 November 2026, 14:00 (Europe/Berlin)");
    expect(text.split("\n")).toContain(facts.link);
  }
});

test("it speaks the board's language", () => {
  expect(announcement({ ...facts, language: "de" }).chat).toContain("Alle sind willkommen");
});

test("without a date or a title it says so", () => {
  const { subject, chat } = announcement({ ...facts, title: " \n", when: undefined });
  expect(subject).toBe("Post-mortem: an incident");
  expect(chat).toContain("the date is still to be set");
});
