// What people read off a page, and take home from it.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** Those of some texts that a page shows, from top to bottom. */
export async function shownOn(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const shown = await page.getByRole("main").innerText();
  return texts
    .map((text) => ({ text, at: shown.indexOf(text) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ text }) => text);
}

/** Saves the report from the last page of a meeting; answers its Markdown. */
export async function download(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save or copy it as Markdown" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: "Save as .md" }).click(),
  ]);
  return readFile(await file.path(), "utf8");
}
