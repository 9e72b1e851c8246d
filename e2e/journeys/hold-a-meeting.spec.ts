// The main job: a facilitator on a desktop, two participants (one on a phone) and an observer hold a whole meeting on a real
// incident, through an outage of one's network and a crash of the server, and take the Markdown home.
import { expect, test } from "@playwright/test";
import { github2018 as incident } from "@secondstory/shared/demo";
import { itemsUnder, parseMarkdown, rowsUnder, sectionUnder, textOf } from "../lib/markdown.ts";
import { revealNotes } from "../lib/notes.ts";
import { arrive, dock, join, lead, linkFor, saved } from "../lib/people.ts";
import { download, shownOn } from "../lib/reading.ts";
import { startServer, type Server } from "../lib/server.ts";
import { add, addAll, addEvents, type, writeNotes, writeNotesOnPhone } from "../lib/writing.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.remove());

test("four people hold a whole meeting, and nothing is lost", async ({ browser }) => {
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  const tom = await arrive(browser, server.url, "Tom", { isPhone: true });
  const ida = await arrive(browser, server.url, "Ida");
  const writers = [noa, lena, tom];
  const everyone = [...writers, ida];
  const links = { participant: "", observer: "" };

  await test.step("one click opens a board, its title ready to type", async () => {
    await noa.page.goto("/");
    await noa.page.getByRole("button", { name: "New post-mortem" }).click();
    await expect(noa.page).toHaveURL(/\/b\/[\w-]+$/);
    await expect(noa.page.getByRole("textbox", { name: "Title" })).toBeFocused();
    await noa.page.keyboard.type(incident.title);
    await noa.page.keyboard.press("Enter");
    await expect(dock(noa.page)).toContainText("You are the first one here");
    links.participant = await linkFor(noa, "Participant");
    links.observer = await linkFor(noa, "Read only");
  });

  await test.step("three join by link, with only a name", async () => {
    await join(lena, links.participant);
    await join(tom, links.participant);
    await join(ida, links.observer);
    for (const { page } of everyone)
      await expect(page.getByText(incident.title).first()).toBeVisible();
    await expect(dock(ida.page)).toContainText("Reading along");
    for (const name of ["Lena", "Tom", "Ida"]) await expect(dock(noa.page)).toContainText(name);
  });

  await test.step("Prepare: two write down the night at the same time, a script adds the rest", async () => {
    const [mine, hers, rest] = [
      incident.events.slice(0, 3),
      incident.events.slice(3, 6),
      incident.events.slice(6),
    ];
    await Promise.all([addEvents(noa.page, mine), addEvents(lena.page, hers)]);
    const board = new URL(links.participant);
    const answer = await fetch(`${server.url}/api/boards/${board.pathname.split("/")[2]}/events`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${board.hash.slice(1)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        events: rest.map(({ at, kind, text }) => ({ at, kind, text })),
      }),
    });
    expect(answer.status).toBe(201);
    await type(noa.page, "Who noticed what", incident.impactUsers);
    await type(lena.page, "How did we become aware", incident.detection);
    await type(tom.page, "How and when was it solved", incident.resolution);
    for (const { page } of everyone)
      await expect(page.getByText(lastOf(incident.events).text).first()).toBeVisible();
  });

  await test.step("Check-in: a card each, passing is fine", async () => {
    await lead(noa, /Check-in/, [lena, tom, ida]);
    const question = "How do you arrive today?";
    await lena.page.getByRole("textbox", { name: question }).fill("A bit slow.");
    await lena.page.keyboard.press("Enter");
    await tom.page.getByRole("button", { name: "I pass" }).click();
    await noa.page.getByRole("textbox", { name: question }).fill("Awake.");
    await noa.page.keyboard.press("Enter");
    for (const { page } of everyone) {
      await expect(page.getByText("A bit slow.")).toBeVisible();
      await expect(page.getByText("passes, and that is fine")).toBeVisible();
    }
    await expect(ida.page.getByRole("textbox", { name: question })).toHaveCount(0);
  });

  await test.step("Timeline: everyone sees the same events in the same order", async () => {
    await lead(noa, /Timeline/, [lena, tom, ida]);
    const texts = incident.events.map(({ text }) => text);
    for (const { page } of everyone) await expect.poll(() => shownOn(page, texts)).toEqual(texts);
  });

  const sentences = {
    Noa: "Replacing failing optical equipment cut the primary data centre off for 43 seconds. ",
    Lena: "Both coasts then held writes the other lacked. ",
    Tom: "The team chose data integrity over a quick return. ",
  };
  await test.step("Summary: three write into the same text at the same time", async () => {
    await lead(noa, /Summary/, [lena, tom, ida]);
    for (const { page } of writers) await page.getByRole("textbox", { name: "Summary" }).click();
    await Promise.all(
      writers.map(({ name, page }) =>
        page.keyboard.type(sentences[name as keyof typeof sentences], { delay: 15 }),
      ),
    );
    const written = Object.values(sentences).map((sentence) => sentence.trim());
    for (const { page } of everyone)
      for (const sentence of written) await expect(page.getByRole("main")).toContainText(sentence);
    const [first, ...others] = await Promise.all(
      everyone.map(({ page }) => shownOn(page, written)),
    );
    for (const other of others) expect(other).toEqual(first);
    await add(
      lena.page,
      "Another condition",
      "The failover tool could build a topology nobody could use.",
    );
    await add(noa.page, "A safeguard, and what it did", "Backups: restores are tested daily.");
  });

  const offline = "Written in the tunnel, kept here.";
  await test.step("Lessons: all write in silence; one loses the network, writes on, and returns; then all is revealed", async () => {
    await lead(noa, /Lessons/, [lena, tom, ida]);
    const { helped, slowed, differently, knowledge } = incident.lessons;
    await tom.network.cut();
    await Promise.all([
      writeNotes(noa.page, "What helped us?", helped),
      writeNotes(lena.page, "What helped us?", slowed.slice(0, 1)),
      writeNotesOnPhone(tom.page, "Slowed", "What slowed us down?", [...slowed.slice(1), offline]),
    ]);
    await expect(tom.page.getByRole("button", { name: /^Offline/ })).toBeVisible();
    await expect(noa.page.getByText(offline)).toHaveCount(0);
    await writeNotes(lena.page, "What could we have done differently?", differently);
    await writeNotes(
      noa.page,
      "What knowledge did we not have before the incident, but have now?",
      knowledge,
    );
    await tom.network.join();
    for (const person of writers) await saved(person);
    await expect(noa.page.getByText(offline)).toHaveCount(0);
    await revealNotes(noa.page);
    await expect(noa.page.getByText(offline)).toBeVisible();
    // one note went into the wrong column: it is moved by its menu
    await noa.page
      .getByRole("button", { name: new RegExp(`^More: ${(slowed[0] ?? "").slice(0, 20)}`) })
      .click();
    await noa.page.getByRole("menuitem", { name: "What slowed us down?" }).click();
  });

  await test.step("Actions: the server is killed while everyone writes, and comes back", async () => {
    await lead(noa, /Actions/, [lena, tom, ida]);
    const half = Math.ceil(incident.actions.length / 2);
    const titles = incident.actions.map(({ text }) => text);
    await addAll(noa.page, "A new action", titles.slice(0, half));
    await server.kill();
    await addAll(lena.page, "A new action", titles.slice(half));
    await expect(lena.page.getByRole("button", { name: /^Offline/ })).toBeVisible();
    await server.start();
    for (const person of writers) await saved(person);
    for (const { page } of everyone)
      for (const title of titles) await expect(page.getByText(title).first()).toBeVisible();
    await expect(
      noa.page.getByRole("button", { name: "Who sees to it: no owner yet" }),
    ).toHaveCount(titles.length);
  });

  await test.step("Check-out, and the report on every screen is the server's", async () => {
    await lead(noa, /Check-out/, [lena, tom, ida]);
    await tom.page.getByRole("textbox", { name: "What do you take with you?" }).fill("Lighter.");
    await tom.page.keyboard.press("Enter");
    for (const { page } of everyone) await expect(page.getByText("Lighter.")).toBeVisible();
    for (const person of writers) await saved(person);
    const reports = await Promise.all(everyone.map(({ page }) => download(page)));
    const board = new URL(links.observer);
    const exported = await fetch(
      `${server.url}/api/boards/${board.pathname.split("/")[2]}/export.md?lang=en`,
      { headers: { authorization: `Bearer ${board.hash.slice(1)}` } },
    );
    const text = await exported.text();
    for (const report of reports) expect(report).toBe(text);
    expectReport(text, offline);
  });
});

/** What was written in the meeting stands in the report, each where it belongs, `offline` in its column too. */
function expectReport(markdown: string, offline: string): void {
  const root = parseMarkdown(markdown);
  expect(root.children[0] && textOf(root.children[0])).toBe(incident.title);
  expect(rowsUnder(root, "Timeline").map((row) => row[2])).toEqual(
    expect.arrayContaining(incident.events.map((event) => event.text)),
  );
  // the reveal drew lots for their order
  const notes = (question: string) =>
    itemsUnder(root, question)
      .map(({ text }) => text)
      .toSorted();
  const { helped, slowed, differently, knowledge } = incident.lessons;
  expect(notes("What helped us?")).toEqual(helped.toSorted());
  expect(notes("What slowed us down?")).toEqual([...slowed, offline].toSorted());
  expect(notes("What could we have done differently?")).toEqual(differently.toSorted());
  expect(notes("What knowledge did we not have before the incident, but have now?")).toEqual(
    knowledge.toSorted(),
  );
  const actions = itemsUnder(root, "Actions");
  expect(actions.map((item) => item.text.replace(/ — no owner yet$/, "")).toSorted()).toEqual(
    incident.actions.map(({ text }) => text).toSorted(),
  );
  expect(actions.every(({ checked }) => checked === false)).toBe(true);
  expect(sectionUnder(root, "Impact").map(textOf)[0]).toBe(incident.impactUsers);
}

const lastOf = <Item>(items: readonly Item[]): Item => {
  const last = items.at(-1);
  if (last === undefined) throw new Error("A list of a real incident is not empty.");
  return last;
};
