import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { PhasePath, PhaseTicks } from "./phase-path.tsx";
import { renderUi } from "./testing.tsx";

const steps = ["Prepare", "Check-in", "Timeline"].map((title) => ({
  id: title.toLowerCase(),
  title,
  href: `#${title}`,
}));

test("where the meeting is and where I look are two marks", async () => {
  await page.viewport(1440, 900);
  await renderUi(
    <PhasePath steps={steps} meetingAt="timeline" lookingAt="prepare" onLook={() => {}} />,
  );
  const path = page.getByRole("navigation", { name: "Phases" });
  await expect
    .element(path.getByRole("link", { name: "Timeline (the meeting is here)" }))
    .toHaveAttribute("aria-current", "step");
  await expect
    .element(path.getByRole("link", { name: "Prepare" }))
    .toHaveAttribute("aria-current", "page");
});

test("a press looks and follows no link", async () => {
  await page.viewport(1440, 900);
  const onLook = vi.fn();
  await renderUi(
    <PhasePath steps={steps} meetingAt="timeline" lookingAt="prepare" onLook={onLook} />,
  );
  await page.getByRole("link", { name: "Check-in" }).click();
  await userEvent.keyboard("{Enter}");
  expect(onLook).toHaveBeenCalledTimes(2);
  expect(location.hash).not.toContain("Check-in");
});

test("narrow screens look one phase on or back, and say where the path ends", async () => {
  await page.viewport(760, 900);
  const onLook = vi.fn();
  await renderUi(
    <PhaseTicks steps={steps} meetingAt="timeline" lookingAt="prepare" onLook={onLook} />,
  );
  await expect.element(page.getByText("1 of 3")).toBeVisible();
  await page.getByRole("button", { name: "Look at Check-in" }).click();
  expect(onLook).toHaveBeenCalledExactlyOnceWith("check-in");
  await expect
    .element(page.getByRole("button", { name: "Look at the phase before" }))
    .toHaveAccessibleDescription("This is the first phase.");
});
