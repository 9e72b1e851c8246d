import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { announce, LiveRegion } from "./live-region.tsx";
import { renderUi } from "./testing.tsx";
import { clearToasts, showToast, ToastRegion } from "./toast.tsx";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
});

test("the first sentence is said at once, what follows within three seconds together", async () => {
  await renderUi(<LiveRegion />);
  const region = page.getByRole("status");
  announce("The meeting is at Lessons.");
  announce("Nils raised a hand.");
  announce("Everyone is ready.");
  announce("Everyone is ready.");
  await expect.element(region).toHaveTextContent("The meeting is at Lessons.");
  await vi.advanceTimersByTimeAsync(2_900);
  await expect.element(region).toHaveTextContent("The meeting is at Lessons.");
  await vi.advanceTimersByTimeAsync(200);
  await expect.element(region).toHaveTextContent("Nils raised a hand. Everyone is ready.");
});

test("the region is polite", async () => {
  await renderUi(<LiveRegion />);
  await expect.element(page.getByRole("status")).toHaveAttribute("aria-live", "polite");
});

test("[KF4] a notice is heard politely, and what the page says of it as well is not said twice", async () => {
  await renderUi(
    <>
      <ToastRegion />
      <LiveRegion />
    </>,
  );
  showToast({ text: "Group taken apart." });
  announce("Group taken apart.");
  const region = page.getByRole("status");
  await expect.element(region).toHaveTextContent("Group taken apart.");
  await expect.element(page.getByRole("alertdialog", { name: "Group taken apart." })).toBeVisible();
  announce("Nils raised a hand.");
  await vi.advanceTimersByTimeAsync(3_100);
  await expect.element(region).toHaveTextContent("Nils raised a hand.");
  await expect.element(region).not.toHaveTextContent("apart");
  expect(document.querySelector("[role=alert]")).toBeNull();
  clearToasts();
});
