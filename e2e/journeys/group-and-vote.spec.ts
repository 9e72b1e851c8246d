// Groups and votes: three people put notes together by hand and by key, and vote without anybody hearing of it; one of them is
// in a tunnel while the vote is closed, and is told that their votes came too late.
import { expect, test, type Page } from "@playwright/test";
import { call, makeBoard } from "../lib/boards.ts";
import { note } from "../lib/notes.ts";
import { arrive, dock, goHome, join, look, saved, type Person } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ VOTE_COUNT_SECONDS: "1" });
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

const notes = {
  "1": ["Backups were complete", "Backups are tested daily", "Deployments were frozen early"],
  "2": ["Copies took hours", "Three dashboards disagreed"],
} as const;
const group = "Safeguards that held";

test("three people group notes and vote, one of them too late", async ({ browser }) => {
  const { id, links, secrets } = await makeBoard(server.url, "Payments double-charged");
  for (const request of [
    { type: "goTo", phase: "lessons" },
    { type: "reveal", sections: ["helped", "slowed", "differently", "knowledge"] },
  ])
    await call(
      server.url,
      "POST",
      `/api/boards/${id}/requests`,
      JSON.stringify(request),
      secrets.facilitator,
    );
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  const tom = await arrive(browser, server.url, "Tom");
  await join(noa, links.facilitator);
  for (const person of [lena, tom]) await join(person, links.participant);
  for (const { page } of [noa, lena, tom]) {
    await look(page, "Lessons");
    await expect(page.getByRole("button", { name: "Write a note" })).toHaveCount(4);
  }
  for (const [key, words] of Object.entries(notes)) {
    await noa.page.keyboard.press(key);
    for (const text of words) {
      await expect(noa.page.getByRole("textbox", { name: /^Note: / })).toBeFocused();
      await noa.page.keyboard.type(text);
      await noa.page.keyboard.press("Enter");
    }
    await noa.page.keyboard.press("Escape");
  }
  for (const { page } of [lena, tom]) await expect(note(page, "Three dashboards")).toBeVisible();

  await test.step("one drags a note onto another, one finds the group by its words, one names it", async () => {
    await note(lena.page, "Backups are tested").dragTo(note(lena.page, "Backups were complete"));
    await expect(topic(tom.page, "Backups were complete")).toBeVisible();
    await note(tom.page, "Deployments were").focus();
    await tom.page.keyboard.press("m");
    await expect(tom.page.getByRole("searchbox", { name: "Find a note" })).toBeFocused();
    await tom.page.keyboard.type("tested daily");
    await tom.page.keyboard.press("Enter");
    for (const { page } of [noa, lena, tom])
      await expect(
        topic(page, "Backups were complete").getByText("3 notes", { exact: true }),
      ).toBeVisible();
    await topic(noa.page, "Backups")
      .getByRole("button", { name: "Edit: Name of the group" })
      .click();
    await expect(noa.page.getByRole("textbox", { name: "Name of the group" })).toBeFocused();
    await noa.page.keyboard.type(group);
    await noa.page.keyboard.press("Enter");
    for (const { page } of [lena, tom]) await expect(topic(page, group)).toBeVisible();
  });

  await test.step("taken apart by a key, and put together again by Undo", async () => {
    await note(lena.page, "Backups are tested").focus();
    await lena.page.keyboard.press("Shift+M");
    await expect(topic(noa.page, group)).toHaveCount(0);
    await lena.page.getByRole("button", { name: /^Undo/ }).last().click();
    await expect(topic(noa.page, group)).toBeVisible();
  });

  await test.step("a vote is opened, with a budget that suits three topics", async () => {
    await dock(noa.page).getByRole("button", { name: "Open the vote" }).click();
    await noa.page.getByRole("button", { name: "Open the vote: 2 votes each" }).click();
    for (const { page } of [noa, lena, tom])
      await expect(page.getByText("You have 2 of 2 votes left", { exact: true })).toBeVisible();
  });

  await test.step("votes are cast and taken back, and nobody else hears of them", async () => {
    await lena.page.getByRole("button", { name: "Vote: Copies took hours" }).click();
    await note(lena.page, group).focus();
    await lena.page.keyboard.press("v");
    await expect(lena.page.getByText("You have 0 of 2 votes left", { exact: true })).toBeVisible();
    await lena.page.keyboard.press("Shift+V");
    await expect(lena.page.getByText("You have 1 of 2 votes left", { exact: true })).toBeVisible();
    await lena.page.keyboard.press("v");
    await saved(lena);
    await expect(noa.page.getByText("1 of 3 have voted.")).toBeVisible();
    expect(frames(lena, "sent")).toEqual(["private"]); // what is looked for would be found
    for (const person of [noa, lena, tom]) expect(frames(person, "heard"), person.name).toEqual([]);
  });

  await test.step("the vote is closed while one is in a tunnel: both see what came out", async () => {
    await tom.network.cut();
    await tom.page.getByRole("button", { name: "Vote: Three dashboards disagreed" }).click();
    await expect(tom.page.getByText("You have 1 of 2 votes left", { exact: true })).toBeVisible();
    const close = dock(noa.page).getByRole("button", { name: "Close the vote" });
    await close.click();
    await expect(dock(noa.page).getByText(/have voted. Press again/)).toBeVisible();
    await close.click();
    for (const { page } of [noa, lena]) {
      await expect(page.getByText("2 votes of 1 person")).toBeVisible();
      await expect(topic(page, group).getByText("1 vote", { exact: true })).toBeAttached();
    }
  });

  await test.step("who comes back is told that theirs came too late", async () => {
    await tom.network.join();
    await expect(
      tom.page.getByText("1 vote of yours came too late and was not counted."),
    ).toBeVisible();
    await saved(tom);
    await expect(noa.page.getByText("2 votes of 1 person")).toBeVisible();
  });
});

/** A group by its name, or by its first note while it has none. */
const topic = (page: Page, name: string) =>
  page.getByRole("group", { name: new RegExp(`^Group: ${name}`) });

/** The documents on whose sockets something went by that can only be a vote or a result. */
const frames = ({ network }: Person, way: "heard" | "sent") => [
  ...new Set(network[way].filter(({ bytes }) => bytes.includes("topic")).map(({ doc }) => doc)),
];
