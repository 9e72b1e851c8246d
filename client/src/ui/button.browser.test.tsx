import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Button } from "./button.tsx";
import { renderUi } from "./testing.tsx";

test("a button is pressed by pointer and by keyboard", async () => {
  const onPress = vi.fn();
  await renderUi(<Button onPress={onPress}>Reveal 19 notes</Button>);
  await page.getByRole("button", { name: "Reveal 19 notes" }).click();
  await userEvent.keyboard("{Enter}");
  expect(onPress).toHaveBeenCalledTimes(2);
});

test("a button that cannot be pressed keeps the focus, says why and does nothing", async () => {
  const onPress = vi.fn();
  await renderUi(
    <Button onPress={onPress} disabledReason="Noa opens the vote.">
      Vote
    </Button>,
  );
  const button = page.getByRole("button", { name: "Vote" });
  await userEvent.tab();
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute("aria-disabled", "true");
  await expect.element(button).toHaveAccessibleDescription("Noa opens the vote.");
  await expect.element(page.getByRole("tooltip")).toHaveTextContent("Noa opens the vote.");
  await userEvent.keyboard("{Enter}");
  await button.click({ force: true });
  await expect.element(page.getByRole("tooltip")).toBeVisible();
  expect(onPress).not.toHaveBeenCalled();
});

test("a button that cannot be pressed does not send its form", async () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
  await renderUi(
    <form onSubmit={onSubmit}>
      <Button type="submit" disabledReason="Needs the connection.">
        Join
      </Button>
    </form>,
  );
  await page.getByRole("button", { name: "Join" }).click({ force: true });
  expect(onSubmit).not.toHaveBeenCalled();
});
