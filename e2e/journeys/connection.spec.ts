// What goes over a person's connection, and what the server may do to it: nobody echoes what others do, and no end of a
// connection costs a word.
import { expect, test, type Browser } from "@playwright/test";
import { note, writeNote } from "../lib/notes.ts";
import { goHome, look, saved, twoPeople, type Person } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

const question = "What helped us?";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("[N11] when others write and move, a browser sends nothing of it", async ({ browser }) => {
  const { noa, lena } = await twoAtLessons(browser);
  const before = noa.network.sent.length;
  for (const phase of ["Timeline", "Summary", "Actions", "Lessons"]) await look(lena.page, phase);
  await writeNote(lena.page, question, "Backups were complete, and the page came within a minute");
  await expect(note(noa.page, "Backups")).toBeVisible();
  await saved(lena);

  // of changes, nothing; of people, at most a sign of being here still, every 15 s
  const echoes = noa.network.sent.slice(before);
  expect(echoes.filter(({ bytes }) => bytes[0] === 0)).toEqual([]);
  const clients = (person: Person) =>
    person.network.sent.filter(({ bytes }) => bytes[0] === 1).map(({ bytes }) => statesIn(bytes));
  expect(new Set(clients(noa)).size).toBe(1); // one client and always the same: itself
  expect(new Set(clients(lena)).size).toBe(1);
  expect(clients(lena).length).toBeGreaterThan(clients(noa).length);
});

test("[N4] a server that says: try again later (1013), is asked again, and nothing is lost", async ({
  browser,
}) => {
  const { noa, lena } = await twoAtLessons(browser);
  await lena.network.close(1013);
  await writeNote(lena.page, question, "Written while the server was busy");
  await saved(lena);
  await expect(note(noa.page, "Written while the server was busy")).toBeVisible();
});

test("[N1] a server that restarts is found again by everybody", async ({ browser }) => {
  const { noa, lena } = await twoAtLessons(browser);
  await writeNote(lena.page, question, "Written before"); // from here on the editor is there, too
  await server.stop();
  await writeNote(lena.page, question, "Written during the restart");
  await server.start();
  for (const person of [noa, lena]) await saved(person);
  await expect(note(noa.page, "Written during the restart")).toBeVisible();
});

test("[N15] frames that cannot be read cost nothing but the connection", async ({ browser }) => {
  const { noa, lena } = await twoAtLessons(browser);
  const errors: string[] = [];
  lena.page.on("pageerror", ({ message }) => errors.push(message));
  for (const bad of [[], [0, 2, 200, 1], [0, 2, 5, 1, 2, 3, 4, 5], [1, 3, 9, 9, 9], [100]]) {
    const tries = lena.network.tries();
    lena.network.say(bad);
    await expect.poll(() => lena.network.tries()).toBeGreaterThan(tries);
    await saved(lena);
  }
  expect(errors).toHaveLength(5); // each is reported, for whoever looks for it
  await writeNote(noa.page, question, "Everything still comes");
  await expect(note(lena.page, "Everything still comes")).toBeVisible();
  await writeNote(lena.page, question, "And goes");
  await expect(note(noa.page, "And goes")).toBeVisible();
});

test("[N6] too much at once (1009) stops and says why; without it one goes on", async ({
  browser,
}) => {
  const { noa, lena } = await twoAtLessons(browser);
  const { page } = lena;
  await lena.network.cut();
  await writeNote(page, question, "A very large note");
  await lena.network.cut(1009); // the next try is told so
  const ended = page.getByRole("alertdialog", { name: "Too much at once" });
  await expect(ended.getByText(/Your changes are kept in this browser/)).toBeVisible();
  const tries = lena.network.tries();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  expect(lena.network.tries()).toBe(tries);

  await ended.getByRole("button", { name: "Go on without them …" }).click();
  await page.getByRole("button", { name: "Keep them here" }).click();
  await lena.network.join();
  await ended.getByRole("button", { name: "Try again" }).click();
  await saved(lena);
  await expect(note(noa.page, "A very large note")).toBeVisible();

  await lena.network.cut();
  await writeNote(page, question, "An even larger one");
  await lena.network.cut(1009);
  await ended.getByRole("button", { name: "Go on without them …" }).click();
  const loadedAnew = page.waitForEvent("load");
  await page.getByRole("button", { name: "Drop 1 change" }).click();
  await loadedAnew;
  await lena.network.join();
  await saved(lena);
  await expect(note(page, "A very large note")).toBeVisible();
  await expect(note(page, "An even larger one")).toHaveCount(0);
});

async function twoAtLessons(browser: Browser) {
  const { noa, lena } = await twoPeople(browser, server.url);
  for (const person of [noa, lena]) {
    await look(person.page, "Lessons");
    await saved(person);
  }
  return { noa, lena };
}

/** How many clients a frame of awareness tells about, and the first one's id: bytes that are the same for the same client. */
function statesIn(frame: Buffer): string {
  let at = 1;
  const readNumber = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = frame[at++] ?? 0;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  readNumber(); // the length of what follows
  return `${readNumber()} from ${readNumber()}`;
}
