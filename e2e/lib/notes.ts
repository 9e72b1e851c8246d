// Notes in the columns of Lessons, as hands write them.
import { expect, type Locator, type Page } from "@playwright/test";

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
