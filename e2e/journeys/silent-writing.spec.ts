// Silent writing: three people write at once, not a byte of it reaches anybody else before the reveal, and the reveal in the
// middle of a word loses no letter. Who was in a tunnel comes back with a note of their own, and shares it.
import { expect, test, type Page } from "@playwright/test";
import { call, makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, look, saved, type Person } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ DRAFT_COUNT_SECONDS: "1" });
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

const helped = "What helped us?";
const slowed = "What slowed us down?";

test("three write in silence, and all of it is revealed in the middle of a word", async ({
  browser,
}) => {
  const { id, links, secrets } = await makeBoard(server.url, "Payments double-charged");
  await call(
    server.url,
    "POST",
    `/api/boards/${id}/requests`,
    JSON.stringify({ type: "goTo", phase: "lessons" }),
    secrets.facilitator,
  );
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  const tom = await arrive(browser, server.url, "Tom");
  await join(noa, links.facilitator);
  for (const person of [lena, tom]) await join(person, links.participant);
  for (const { page } of [noa, lena, tom]) {
    await look(page, "Lessons");
    await expect(page.getByText("Nobody else can see what you write")).toBeVisible();
  }
  for (const person of [noa, lena, tom]) await saved(person);

  const hers = "Backups were complete and tested";
  const his = "Three dashboards disagreed";
  await test.step("each sees their own words, and of the others' a pile", async () => {
    await write(lena, "1", hers);
    await write(tom, "1", his);
    for (const person of [lena, tom]) await saved(person);
    await expect(pile(noa.page, helped, 2)).toBeAttached();
    await expect(pile(lena.page, helped, 1)).toBeAttached();
    await expect(lena.page.getByText(hers)).toBeVisible();
    await expect(lena.page.getByText(his)).toHaveCount(0);
  });

  await test.step("nobody else heard a word of it: not on a socket, not in an export", async () => {
    expect(heardBy(lena, "Backups were complete", "sent")).toEqual(["private"]); // what is looked for would be found
    for (const words of ["Backups were complete", "Three dashboards"])
      for (const person of [noa, lena, tom])
        expect(heardBy(person, words, "heard"), `${person.name} heard “${words}”`).toEqual([]);
    const exported = await call(
      server.url,
      "GET",
      `/api/boards/${id}/export.json`,
      undefined,
      secrets.facilitator,
    );
    expect(JSON.stringify(exported.body)).not.toContain("Backups were");
  });

  const late = "Written in the tunnel, kept there";
  await test.step("one loses the network, and writes on", async () => {
    await tom.network.cut();
    await write(tom, "2", late);
    await expect(
      tom.page.getByRole("button", { name: "Offline – 1 change kept here" }),
    ).toBeVisible();
    await tom.page.reload();
    await expect(tom.page.getByText(late)).toBeVisible();
  });

  const whole = "We waited twenty minutes for the first transfer estimate";
  await test.step("the reveal comes in the middle of a word, and takes nothing", async () => {
    await lena.page.keyboard.press("2");
    const field = lena.page.getByRole("textbox", { name: `Note: ${slowed}` });
    await expect(field).toBeFocused();
    await lena.page.keyboard.type(whole.slice(0, 34));
    await saved(lena);
    const button = dock(noa.page).getByRole("button", { name: /^Reveal/ });
    await button.click();
    await expect(dock(noa.page).getByText("Press again to reveal")).toBeVisible();
    await Promise.all([button.click(), lena.page.keyboard.type(whole.slice(34), { delay: 30 })]);
    for (const { page } of [noa, lena])
      for (const words of [hers, his])
        await expect(page.getByRole("region", { name: helped }).getByText(words)).toBeVisible();
    await expect(field).toBeFocused();
    await expect(field).toHaveText(whole);
  });

  await test.step("what the reveal did not hold is hers to share, alone if she says so", async () => {
    await lena.page.keyboard.press("Enter");
    await share(lena.page);
    const notes = noa.page.getByRole("region", { name: slowed }).getByRole("listitem");
    await expect
      .poll(async () => letters((await notes.allTextContents()).join("")))
      .toBe(letters(whole));
  });

  await test.step("who comes back has a note that is not shared yet, and shares it", async () => {
    await expect(noa.page.getByText(late)).toHaveCount(0);
    await tom.network.join();
    // in the other column it may stand for a moment, until his private document has caught up with the reveal
    const column = tom.page.getByRole("region", { name: slowed });
    await expect(column.getByText("not shared yet")).toBeVisible();
    await saved(tom);
    await expect(tom.page.getByText("not shared yet")).toHaveCount(1);
    await expect(noa.page.getByText(late)).toHaveCount(0);
    await share(tom.page);
    for (const { page } of [noa, lena, tom])
      await expect(page.getByRole("region", { name: slowed }).getByText(late)).toBeVisible();
  });
});

/** A note by the key of its column. The words come in one piece, as they would stand in a frame. */
async function write({ page }: Person, key: string, words: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole("textbox", { name: /^Note: / })).toBeFocused();
  await page.keyboard.insertText(words);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** Shares the one note that waits for it: at once where another is there, else alone. */
async function share(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Share it alone" }).click();
}

const pile = (page: Page, question: string, count: number) =>
  page
    .getByRole("region", { name: question })
    .getByText(new RegExp(`^${count} notes? from others, hidden until the reveal`));

/** The documents on whose sockets these words have gone by. */
const heardBy = ({ network }: Person, words: string, way: "heard" | "sent") => [
  ...new Set(network[way].filter(({ bytes }) => bytes.includes(words)).map(({ doc }) => doc)),
];

/** Without the blank at which a text was parted in two. */
const letters = (words: string) => words.replaceAll(/\s/g, "");
