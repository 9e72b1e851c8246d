// Who may do what, and who looks where: returning, reading along, being promoted and removed, the lead and its moves, the seal.
import { expect, test, type Page } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, lead, look, saved, type Person } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("whoever returns is in at once, and this device can forget the board", async ({ browser }) => {
  const { id, links } = await makeBoard(server.url, "Payments double-charged");
  const lena = await arrive(browser, server.url, "Lena");
  await join(lena, links.participant);
  await lena.page.reload();
  await expect(dock(lena.page)).toContainText("Lena");
  const tab = await lena.page.context().newPage();
  await tab.goto(`/b/${id}`);
  await expect(dock(tab)).toContainText("Lena");
  await tab.close();

  await lena.page.goto("/");
  await lena.page.getByRole("link", { name: "Payments double-charged" }).click();
  await expect(dock(lena.page)).toContainText("Lena");

  await choose(lena.page, "Forget this board here …");
  await lena.page.getByRole("button", { name: "Forget the board here" }).click();
  await expect(lena.page.getByRole("button", { name: "New post-mortem" })).toBeVisible();
  await expect(lena.page.getByRole("link", { name: "Payments double-charged" })).toHaveCount(0);
  const copies = () =>
    lena.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).join());
  await expect.poll(copies).not.toContain(id);
  await lena.page.goto(`/b/${id}`);
  await expect(
    lena.page.getByRole("heading", { name: "The key is missing from this link" }),
  ).toBeVisible();
});

test("an observer reads along, is let write at once, and reads along again; a removed person is out", async ({
  browser,
}) => {
  const { noa, others } = await meeting(browser, ["Ida"], "observer");
  const [ida] = others;
  await lead(noa, /Check-in/, [ida]);
  const question = "How do you arrive today?";
  await expect(ida.page.getByText("A facilitator can let you write").first()).toBeVisible();
  await expect(ida.page.getByRole("textbox", { name: question })).toHaveCount(0);
  await expect(dock(ida.page)).toContainText("Reading along");

  await changeRole(noa.page, "Ida", "Let them write", "Participant");
  await ida.page.getByRole("textbox", { name: question }).fill("Curious.");
  await ida.page.keyboard.press("Enter");
  await expect(noa.page.getByText("Curious.")).toBeVisible();
  await saved(ida);

  await changeRole(noa.page, "Ida", "Only read along", "Observer");
  await expect(dock(ida.page)).toContainText("Reading along");
  await expect(ida.page.getByText("Curious.")).toBeVisible();
  await expect(ida.page.getByRole("button", { name: "Edit: Curious." })).toHaveCount(0);

  await openPerson(noa.page, "Ida");
  await noa.page.getByRole("button", { name: "Remove from the board …" }).click();
  await noa.page.getByText("Switch off the link it came by, too").click();
  await noa.page.getByRole("button", { name: "Remove Ida" }).click();
  await expect(
    ida.page.getByRole("alertdialog", { name: "The server does not know your seat any more" }),
  ).toBeVisible();
  await expect(noa.page.getByText("Curious.")).toBeVisible();
  await ida.page.getByRole("button", { name: "Join again" }).click();
  await expect(ida.page.getByText(/This link was switched off/)).toBeVisible();
});

test("the lead is handed over by a link, and by a role", async ({ browser }) => {
  const { noa, others } = await meeting(browser, ["Lena", "Tom"]);
  const [lena, tom] = others;
  await expect(dock(lena.page).getByRole("button", { name: /Move the meeting/ })).toHaveCount(0);
  await changeRole(noa.page, "Lena", "Lead together", "Facilitator");
  await lead(lena, /Check-in/, [noa, tom]);

  await noa.page.getByRole("button", { name: "Invite" }).click();
  await noa.page.getByRole("button", { name: "Hand over …" }).click();
  await noa.page.getByRole("button", { name: "Copy link" }).click();
  const link = await noa.page.evaluate(() => navigator.clipboard.readText());
  await noa.page.keyboard.press("Escape");
  await tom.page.goto(link);
  await lead(tom, /Timeline/, [noa, lena]);
  await expect(dock(noa.page)).toContainText("Tom");
});

test("looking is not leading, and a move takes nobody's sentence away", async ({ browser }) => {
  const { noa, others } = await meeting(browser, ["Lena", "Tom", "Ida"]);
  const [lena, tom, ida] = others;
  await lead(noa, /Check-in/, others);
  await lead(noa, /Timeline/, others);
  await expect(ida.page.getByRole("heading", { level: 1, name: "Timeline" })).toBeFocused();

  await look(lena.page, "Actions");
  await expect(lena.page.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();
  await expect(noa.page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  const elsewhere = pill(lena.page, "Timeline");
  await expect(elsewhere).toBeVisible();
  await elsewhere.getByRole("button", { name: "Join" }).click();
  await expect(lena.page.getByRole("heading", { level: 1, name: "Timeline" })).toBeFocused();
  await expect(elsewhere).toHaveCount(0);

  await lead(noa, /Summary/, others);
  const summary = tom.page.getByRole("textbox", { name: "Summary" });
  await summary.click();
  await tom.page.keyboard.type("The retry had no key ");
  await lead(noa, /Lessons/, [lena, ida]);
  await expect(pill(tom.page, "Lessons")).toBeVisible();
  await expect(summary).toBeFocused();
  await tom.page.keyboard.type("of its own.");
  await expect(summary).toContainText("The retry had no key of its own.");
  await expect(ida.page.getByRole("heading", { level: 1, name: "Lessons" })).toBeFocused();
  await pill(tom.page, "Lessons").getByRole("button", { name: "Join" }).click();
  await expect(tom.page.getByRole("heading", { level: 1, name: "Lessons" })).toBeFocused();

  await dock(noa.page).getByRole("button", { name: "Move the meeting back to Summary" }).click();
  await expect(tom.page.getByText("Noa moved the meeting back to Summary.").first()).toBeVisible();
  for (const { page } of [noa, ...others])
    await expect(page.getByRole("textbox", { name: "Summary" })).toContainText(
      "The retry had no key of its own.",
    );
});

test("sealed, everyone reads and is told why; reopened, everyone writes", async ({ browser }) => {
  const { noa, others } = await meeting(browser, ["Lena"]);
  const [lena] = others;
  for (const phase of [/Check-in/, /Timeline/, /Summary/, /Lessons/, /Actions/, /Check-out/])
    await lead(noa, phase, others);
  await look(lena.page, "Actions");
  const field = lena.page.getByRole("textbox", { name: "A new action" });
  await field.fill("Give every retry a key");
  await lena.page.keyboard.press("Enter");
  await saved(lena);

  await dock(noa.page).getByRole("button", { name: "Seal the report" }).click();
  await noa.page.getByRole("dialog").getByRole("button", { name: "Seal the report" }).click();
  for (const { page } of [noa, lena])
    await expect(page.getByRole("button", { name: /^Sealed\. A facilitator/ })).toBeVisible();
  await expect(field).toHaveCount(0);
  await expect(lena.page.getByText("Give every retry a key").first()).toBeVisible();
  const owner = lena.page.getByRole("button", { name: "Who sees to it: no owner yet" });
  await expect(owner).toHaveAttribute("aria-disabled", "true");
  await expect(owner).toHaveAccessibleDescription("Sealed. A facilitator can reopen it.");

  await dock(noa.page).getByRole("button", { name: "Reopen the report" }).click();
  await noa.page.getByRole("dialog").getByRole("button", { name: "Reopen the report" }).click();
  await field.fill("Alert on double charges");
  await lena.page.keyboard.press("Enter");
  await look(noa.page, "Actions");
  await expect(noa.page.getByText("Alert on double charges").first()).toBeVisible();
  await saved(lena);
});

/** A facilitator and others on a new board. */
async function meeting<const Names extends readonly string[]>(
  browser: Parameters<typeof arrive>[0],
  names: Names,
  role: "participant" | "observer" = "participant",
): Promise<{ readonly noa: Person; readonly others: { readonly [Index in keyof Names]: Person } }> {
  const { links } = await makeBoard(server.url, "Payments double-charged");
  const noa = await arrive(browser, server.url, "Noa");
  await join(noa, links.facilitator);
  const others: Person[] = [];
  for (const name of names) {
    const person = await arrive(browser, server.url, name);
    await join(person, links[role]);
    others.push(person);
  }
  return { noa, others: others as { readonly [Index in keyof Names]: Person } }; // one for each name
}

const pill = (page: Page, phase: string) =>
  page.getByRole("group", { name: `Meeting is at ${phase}` }).filter({ visible: true });

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function openPerson(page: Page, name: string): Promise<void> {
  await dock(page).getByRole("button", { name }).click();
}

async function changeRole(page: Page, name: string, press: string, to: string): Promise<void> {
  await openPerson(page, name);
  const sheet = page.getByRole("dialog", { name });
  await sheet.getByRole("button", { name: press }).click();
  await expect(sheet).toContainText(to);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
