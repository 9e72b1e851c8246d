import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { keepFocus } from "./keep-focus.ts";

const screen = (has: { readonly button: boolean }) => (
  <main>
    <h1 tabIndex={-1} data-page-title>
      Lessons
    </h1>
    {has.button && <button type="button">Vote</button>}
    <input aria-label="Words" />
  </main>
);

test("[KF1] the focus goes to the title of the page when what had it is gone", async () => {
  const stop = keepFocus();
  const { rerender } = await render(screen({ button: true }));
  await page.getByRole("button", { name: "Vote" }).click();
  await rerender(screen({ button: false }));
  await expect.element(page.getByRole("heading", { name: "Lessons" })).toHaveFocus();
  stop();
});

test("[KF1] the focus stays where somebody has put it, or has left it on purpose", async () => {
  const stop = keepFocus();
  const { rerender } = await render(screen({ button: true }));
  await page.getByRole("button", { name: "Vote" }).click();
  await page.getByRole("textbox", { name: "Words" }).click();
  await rerender(screen({ button: false }));
  await expect.element(page.getByRole("textbox", { name: "Words" })).toHaveFocus();
  (document.activeElement as HTMLElement).blur();
  await rerender(screen({ button: true }));
  expect(document.activeElement).toBe(document.body);
  stop();
});
