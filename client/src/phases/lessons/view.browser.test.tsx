// The lessons: four questions at once where there is room, one at a time where there is not.
import { afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loadEditor } from "../../editor/load-editor.ts";
import { putCard, RoomForTests, testSession } from "../../room/testing.tsx";
import LessonsView from "./view.tsx";

beforeAll(loadEditor);
afterEach(() => page.viewport(1280, 800));

const questions = [
  "What helped us?",
  "What slowed us down?",
  "What could we have done differently?",
  "What knowledge did we not have before the incident, but have now?",
];

async function lessons(me = "robin") {
  const session = testSession({ me });
  putCard(session.board, "helped", "Backups existed.");
  putCard(session.board, "slowed", "The status page knew only three colours.");
  const screen = await render(
    <RoomForTests session={session}>
      <LessonsView />
    </RoomForTests>,
  );
  return { session, screen };
}

test("[A19] four columns carry exactly the article's questions, and say that notes are open", async () => {
  await page.viewport(1280, 800);
  const { screen } = await lessons();
  const heads = screen.getByRole("heading", { level: 2 }).elements();
  expect(heads.map((head) => head.textContent)).toEqual(questions);
  await expect
    .element(screen.getByText("Everyone sees the notes while they are typed."))
    .toBeVisible();
});

test("a number writes in its column", async () => {
  await page.viewport(1280, 800);
  const { session } = await lessons();
  await userEvent.keyboard("3");
  await userEvent.keyboard("We could keep failover within one region.");
  const { cards, order } = session.boardView.getState();
  expect(order.differently.map((id) => cards[id]?.plain)).toEqual([
    "We could keep failover within one region.",
  ]);
});

test("a phone shows one question at a time; numbers switch and write", async () => {
  await page.viewport(360, 740);
  const { session, screen } = await lessons();
  await expect.element(screen.getByText("Backups existed.")).toBeVisible();
  expect(screen.getByText("The status page knew only three colours.").elements()).toEqual([]);
  await userEvent.click(screen.getByRole("tab", { name: /Slowed/ }));
  await expect.element(screen.getByText("The status page knew only three colours.")).toBeVisible();
  await userEvent.click(screen.getByRole("heading", { level: 2, name: "What slowed us down?" }));
  await userEvent.keyboard("4");
  await userEvent.keyboard("Restores share one link.");
  await expect
    .element(screen.getByRole("tab", { name: /Knowledge/ }))
    .toHaveAttribute("aria-selected", "true");
  expect(session.boardView.getState().order.knowledge).toHaveLength(1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test("whoever reads along is told why", async () => {
  const { screen } = await lessons("ida");
  await expect
    .element(screen.getByText("You are reading along. A facilitator can let you write."))
    .toBeVisible();
});
