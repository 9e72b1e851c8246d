// The demo: a board filled from a real incident holds all of it, on the screen and in the Markdown.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { github2018 as incident } from "@secondstory/shared/demo";
import { itemsUnder, parseMarkdown, rowsUnder, textOf } from "../lib/markdown.ts";
import { arrive, goHome, look } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("one press opens a board that holds every event, lesson and action of a real incident", async ({
  browser,
}) => {
  const { page } = await arrive(browser, server.url, "Noa");
  await page.goto("/");
  await page.getByRole("button", { name: "Try it with a real incident" }).click();
  await expect(page.getByRole("button", { name: /^Saved/ })).toBeVisible();
  const main = page.getByRole("main");
  const lessons = Object.values(incident.lessons).flat();
  for (const [phase, texts] of [
    ["Timeline", incident.events.map(({ text }) => text)],
    ["Summary", [...incident.summary, ...incident.factors, ...incident.safeguards]],
    ["Lessons", lessons],
    ["Actions", [...incident.actions.map(({ text }) => text), ...incident.declined]],
  ] as const) {
    await look(page, phase);
    for (const text of texts) await expect(main).toContainText(text);
  }

  await look(page, "Check-out");
  await main.getByRole("button", { name: "Save or copy it as Markdown" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: "Save as .md" }).click(),
  ]);
  const root = parseMarkdown(await readFile(await file.path(), "utf8"));
  expect(root.children[0] && textOf(root.children[0])).toBe(incident.title);
  // A row without words begins a day.
  const events = rowsUnder(root, "Timeline").flatMap((row) => row[2] || []);
  expect(events).toHaveLength(incident.events.length);
  for (const { text } of incident.events)
    expect(events.some((event) => event.startsWith(text))).toBe(true);
  const noted = [
    "What helped us?",
    "What slowed us down?",
    "What could we have done differently?",
    "What knowledge did we not have before the incident, but have now?",
  ].flatMap((question) => itemsUnder(root, question).map(({ text }) => text));
  expect(noted.toSorted()).toEqual(lessons.toSorted());
  const actions = itemsUnder(root, "Actions").map(({ text }) => text);
  for (const { text } of incident.actions)
    expect(actions.filter((action) => action.includes(text))).toHaveLength(1);
});
