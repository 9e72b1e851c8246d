import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Button } from "./button.tsx";
import { Menu, MenuChoice, MenuItem, MenuSection } from "./menu.tsx";
import { renderUi } from "./testing.tsx";

const onUndo = vi.fn();
const onSeal = vi.fn();
const onTheme = vi.fn();
const menu = (
  <Menu label="More" trigger={<Button aria-label="More">⋯</Button>}>
    <MenuSection label="Steps">
      <MenuItem onAction={onUndo} shortcut="mod+z">
        Undo
      </MenuItem>
      <MenuItem onAction={onSeal} disabledReason="Only a facilitator can seal the report.">
        Seal the report
      </MenuItem>
    </MenuSection>
    <MenuChoice
      title="Theme"
      options={[
        { id: "light", label: "Light" },
        { id: "dark", label: "Dark" },
      ]}
      value="light"
      onChange={onTheme}
    />
  </Menu>
);

test("a menu opens, moves and acts by keyboard, and gives the focus back", async () => {
  await renderUi(menu);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(page.getByRole("menuitem", { name: "Undo" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(onUndo).toHaveBeenCalledOnce();
  await expect.element(page.getByRole("button", { name: "More" })).toHaveFocus();
});

test("an item that cannot be done now is reached, says why and does nothing", async () => {
  await renderUi(menu);
  await page.getByRole("button", { name: "More" }).click();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  const item = page.getByRole("menuitem", { name: /Seal the report/ });
  await expect.element(item).toHaveFocus();
  await expect.element(item).toHaveAttribute("aria-disabled", "true");
  await expect
    .element(item)
    .toHaveAccessibleName("Seal the report Only a facilitator can seal the report.");
  await userEvent.keyboard("{Enter}");
  expect(onSeal).not.toHaveBeenCalled();
  await expect.element(item).toBeVisible();
});

test("a choice in a menu is a radio item and leaves the menu open", async () => {
  await renderUi(menu);
  await page.getByRole("button", { name: "More" }).click();
  const dark = page.getByRole("menuitemradio", { name: "Dark" });
  await expect
    .element(page.getByRole("menuitemradio", { name: "Light" }))
    .toHaveAttribute("aria-checked", "true");
  await dark.click();
  expect(onTheme).toHaveBeenCalledWith("dark");
  await expect.element(dark).toBeVisible();
});
