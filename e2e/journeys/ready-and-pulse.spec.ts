// Four people arrive: one says that they are ready, one raises a hand from a phone, all say without their name how it feels.
import { expect, test, type Page } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, lead, type Person } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ LIMITS: "off" });
});
test.afterAll(() => server.remove());
test.afterEach(({ browser }) => goHome(browser));

const people = (page: Page) => dock(page).getByRole("list", { name: "People in the meeting" });
const sun = (page: Page, name: string) =>
  page.getByRole("radiogroup", { name: "And how does it feel?" }).getByText(name, { exact: true });

/** Everything that comes to a page over its sockets, as text. */
function listenTo(page: Page): () => string {
  const heard: string[] = [];
  page.on("websocket", (socket) => {
    if (socket.url().includes("/sync/private")) return; // its own answer comes back to its own devices
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString("latin1")));
  });
  return () => heard.join(" ");
}

test("[RD12] [RP2] [RP5] who is ready is seen and counted, hands are seen, and the pulse is shown once, without names", async ({
  browser,
}) => {
  const board = await makeBoard(server.url, "Checkout errors");
  const at = (name: string, isPhone = false) => arrive(browser, server.url, name, { isPhone });
  const noa = await at("Noa");
  const heard = listenTo(noa.page);
  await join(noa, board.links.facilitator);
  const [lena, tom, kim] = [await at("Lena"), await at("Tom", true), await at("Kim")];
  const others: readonly Person[] = [lena, tom, kim];
  await Promise.all(others.map((person) => join(person, board.links.participant)));
  await lead(noa, /Check-in/, others);

  for (const [{ page }, answer] of [
    [noa, "light"],
    [lena, "very heavy"],
    [tom, "light"],
    [kim, "in between"],
  ] as const)
    await sun(page, answer).click();

  await lena.page.getByRole("heading", { level: 1 }).focus();
  await lena.page.keyboard.press("d");
  await tom.page.getByRole("button", { name: "Raise my hand" }).tap();
  await expect(people(noa.page).getByText("Lena (ready)")).toBeAttached();
  await expect(people(noa.page).getByText("Tom (hand raised)")).toBeAttached();
  await expect(dock(noa.page).getByText("1 of 4 ready")).toBeVisible();

  const on = dock(noa.page).getByRole("button", { name: /Timeline/ });
  await on.click();
  await expect(
    dock(noa.page).getByText("2 people are not ready yet. Press again to go on."),
  ).toBeVisible();
  await kim.page.getByRole("button", { name: "I am ready" }).click();
  await tom.page.getByRole("button", { name: "I am ready" }).tap();
  await expect(dock(noa.page).getByText("3 of 4 ready")).toBeVisible();

  // nothing of an answer has come to anybody; then the meeting moves on, and it is counted
  for (const word of ["very-heavy", "in-between", "light"]) expect(heard()).not.toContain(word);
  await lead(noa, /Timeline/, others);
  await expect(people(noa.page).getByText("Lena (ready)")).toHaveCount(0);
  await expect(people(noa.page).getByText("Tom (hand raised)")).toBeAttached();
  await noa.page
    .getByRole("navigation", { name: "Phases" })
    .getByRole("link", { name: "Check-in" })
    .click();
  await expect(
    noa.page.getByRole("img", {
      name: "Arriving: very heavy 1, heavy 0, in between 1, light 2, very light 0.",
    }),
  ).toBeVisible();
});
