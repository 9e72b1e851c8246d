import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { clearToasts, showToast, ToastRegion } from "./toast.tsx";
import { renderUi } from "./testing.tsx";

beforeAll(() => import("./toast-region.tsx"));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  clearToasts();
  vi.useRealTimers();
});

const shown = () => document.querySelectorAll("[role=alertdialog]");
/** Turns the clock and lets React draw. */
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((done) => requestAnimationFrame(done));
};

test("a toast goes after 6 seconds", async () => {
  await renderUi(<ToastRegion />);
  showToast({ text: "Noa moved the meeting back to Timeline. Nothing is lost." });
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
  await pass(5_900);
  expect(shown()).toHaveLength(1);
  await pass(200);
  expect(shown()).toHaveLength(0);
});

test("a toast with an action stays 10 seconds, and goes when the action is taken", async () => {
  const onPress = vi.fn();
  await renderUi(<ToastRegion />);
  showToast({ text: "Group taken apart.", action: { label: "Undo", onPress } });
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
  await pass(9_900);
  expect(shown()).toHaveLength(1);
  page.getByRole("button", { name: "Undo" }).element().focus();
  await userEvent.keyboard("{Enter}");
  await pass(20);
  expect(onPress).toHaveBeenCalledOnce();
  expect(shown()).toHaveLength(0);
});

test("there is one toast at a time: a newer one takes the place of the older", async () => {
  await renderUi(<ToastRegion />);
  showToast({ text: "First." });
  showToast({ text: "Second." });
  await pass(20);
  expect(shown()).toHaveLength(1);
  await expect.element(page.getByRole("alertdialog")).toHaveTextContent("Second.");
});

test("what is hovered stays, and what comes meanwhile waits", async () => {
  await renderUi(<ToastRegion />);
  showToast({ text: "First." });
  await pass(20);
  await userEvent.hover(page.getByRole("alertdialog"));
  await pass(20);
  showToast({ text: "Second." });
  await pass(20_000);
  await expect.element(page.getByRole("alertdialog")).toHaveTextContent("First.");
  await userEvent.unhover(page.getByRole("alertdialog"));
  await pass(20);
  await expect.element(page.getByRole("alertdialog")).toHaveTextContent("Second.");
});
