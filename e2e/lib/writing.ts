// What people write in a meeting, by the fields they see.
import { expect, type Page } from "@playwright/test";
import type { DemoEvent } from "@secondstory/shared/demo";

/** Adds events one after the other, each by its line. */
export async function addEvents(page: Page, events: readonly DemoEvent[]): Promise<void> {
  await page.getByRole("button", { name: "Add event" }).first().click();
  const form = page.getByRole("group", { name: "New event" });
  for (const { at, kind, text, approx } of events) {
    const when = `${approx ? "~" : ""}${at.slice(0, 10)} ${at.slice(11, 16)}`;
    await form.getByRole("button", { name: /^Kind/ }).click();
    await page.getByRole("menuitemradio", { name: kindWords[kind] ?? kind }).click();
    await form.getByRole("textbox", { name: "What happened?" }).fill(`${when} ${text}`);
    await page.keyboard.press("Enter");
    await expect(page.getByText(text).first()).toBeVisible();
  }
  await form.getByRole("button", { name: "Close" }).click();
}

const kindWords: Readonly<Record<string, string>> = {
  change: "Change",
  impact_start: "Impact starts",
  alert: "Alert",
  detected: "Detected",
  action: "Action",
  communication: "Communication",
};

/** Types into a shared text, as fast as hands do not. */
export async function type(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: field }).click();
  await page.keyboard.insertText(text);
}

/** Adds a card by its composer. */
export async function add(page: Page, composer: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: composer }).fill(text);
  await page.keyboard.press("Enter");
  await expect(page.getByText(text).first()).toBeVisible();
}

/** Adds cards, one after the other. */
export async function addAll(
  page: Page,
  composer: string,
  texts: readonly string[],
): Promise<void> {
  for (const text of texts) await add(page, composer, text);
}

/** Writes notes into a column, one after the other. */
export async function writeNotes(
  page: Page,
  question: string,
  notes: readonly string[],
): Promise<void> {
  const column = page.getByRole("region", { name: question });
  await column.getByRole("button", { name: "Write a note" }).click();
  for (const note of notes) {
    await column.getByRole("textbox", { name: `Note: ${question}` }).click();
    await page.keyboard.type(note);
    await page.keyboard.press("Enter");
    await expect(column.getByText(note).first()).toBeVisible();
  }
  await page.keyboard.press("Escape");
}

/** The same on a phone, where a column is a tab. */
export async function writeNotesOnPhone(
  page: Page,
  tab: string,
  question: string,
  notes: readonly string[],
): Promise<void> {
  await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
  await writeNotes(page, question, notes);
}
