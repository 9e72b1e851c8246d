// Notes in the columns of Lessons, as hands write them.
import { expect, type Locator, type Page } from "@playwright/test";
import { atRest } from "./inspect.ts";
import { dock } from "./people.ts";

/** A column, by its question. */
const column = (page: Page, question: string): Locator =>
  page.getByRole("region", { name: question });

/** Writes a note and closes the composer. */
export async function writeNote(page: Page, question: string, text: string): Promise<void> {
  await column(page, question).getByRole("button", { name: "Write a note" }).click();
  await column(page, question)
    .getByRole("textbox", { name: `Note: ${question}` })
    .click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(note(page, text)).toBeVisible();
}

/** A note, by how it begins. */
export const note = (page: Page, start: string): Locator =>
  page.getByRole("button", { name: `Edit: ${start}` });

/** Opens a note by key, the caret at its end. */
export async function editNote(page: Page, start: string): Promise<void> {
  await note(page, start).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Note", exact: true })).toBeFocused();
}

/** Reveals what is hidden, as whoever leads: the first press asks, and a count that comes in between makes it ask again. */
export async function revealNotes(page: Page): Promise<void> {
  const isOpen = page.getByText("Everyone sees the notes while they are typed.").first();
  await expect(async () => {
    if (await isOpen.isVisible()) return;
    await dock(page)
      .getByRole("button", { name: /^Reveal/ })
      .click({ timeout: 1_000 });
    await expect(isOpen).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await atRest(page); // the notes fan out, one after the other: a press on one that is about to move misses it
}
