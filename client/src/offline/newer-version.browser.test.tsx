import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { LiveRegion } from "../ui/live-region.tsx";
import { renderUi } from "../ui/testing.tsx";
import NewerVersion from "./newer-version.tsx";

const offer = page.getByRole("complementary", { name: "New version" });

beforeEach(() => page.viewport(1440, 900));

async function show(loadNewer: () => void, language?: "de") {
  const screen = (load: () => void) => (
    <>
      <input aria-label="Title" />
      <input aria-label="Owner" />
      <NewerVersion loadNewer={load} />
      <LiveRegion />
    </>
  );
  return { screen, rendered: await renderUi(screen(loadNewer), language) };
}

test("[O4] the offer takes no focus, is said once, and loads the newer version when it is taken", async () => {
  const loadNewer = vi.fn();
  await show(loadNewer);
  await expect.element(offer.getByText("A new version is ready.")).toBeVisible();
  expect(document.activeElement).toBe(document.body);
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("A new version is ready. Reload the page whenever it suits you.");
  await userEvent.click(offer.getByRole("button", { name: "Reload" }));
  expect(loadNewer).toHaveBeenCalledOnce();
});

test("[O4] nobody who types is interrupted: it comes when the caret has left the last field", async () => {
  const field = document.createElement("input");
  document.body.append(field);
  field.focus();
  await show(() => {});
  await userEvent.type(field, "The retry had");
  expect(offer.query()).toBeNull();
  page.getByRole("textbox", { name: "Title" }).element().focus(); // on to the next one
  await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(done));
  expect(offer.query()).toBeNull();
  await userEvent.click(document.body);
  await expect.element(offer).toBeVisible();
  field.remove();
});

test("[O4] put off, it is gone until there is another version", async () => {
  const { screen, rendered } = await show(() => {}, "de");
  const german = page.getByRole("complementary", { name: "Neue Version" });
  await userEvent.click(german.getByRole("button", { name: "Jetzt nicht" }));
  expect(german.query()).toBeNull();
  await rendered.rerender(screen(() => {}));
  await expect.element(german.getByText("Neue Version bereit.")).toBeVisible();
});
