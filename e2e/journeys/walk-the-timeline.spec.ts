// The group walks the timeline: whoever leads steps for all, whoever writes elsewhere is not dragged along, whoever comes late
// sees where the meeting is, and before the actions the board says what nobody has looked at.
import { expect, test, type Page } from "@playwright/test";
import { github2018 as incident } from "@secondstory/shared/demo";
import { call, makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, lead } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

const inFocus = (page: Page) => page.locator("[data-in-focus]");

test("everybody is shown the same event, nobody is dragged to it", async ({ browser }) => {
  const { id, links, secrets } = await makeBoard(server.url, incident.title);
  const events = incident.events.map(({ at, kind, text }) => ({ at, kind, text }));
  const path = `/api/boards/${id}/events`;
  await call(server.url, "POST", path, JSON.stringify({ events }), secrets.facilitator);
  const total = events.length;
  const first = events[0]?.text ?? "";
  const last = events.at(-1)?.text ?? "";
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  await join(noa, links.facilitator);
  await join(lena, links.participant);

  await test.step("the dock steps for everybody", async () => {
    for (const phase of [/Check-in/, /Timeline/]) await lead(noa, phase, [lena]);
    await dock(noa.page).getByRole("button", { name: "Next event" }).click();
    for (const { page } of [noa, lena]) await expect(inFocus(page)).toContainText(first);
    await expect(lena.page.getByText(`event 1 of ${total}`)).toBeVisible();
  });

  const pill = lena.page.getByRole("button", { name: "Return", exact: true });
  await test.step("the light moves on while Lena writes: she stays, and a pill waits", async () => {
    await lena.page.getByRole("button", { name: "Ask a question" }).click();
    const field = lena.page.getByRole("textbox", { name: "What would you like to know?" });
    await field.pressSequentially("Which options were on the ta");
    await noa.page.getByRole("group", { name: new RegExp(last.slice(0, 20)) }).focus();
    await noa.page.keyboard.press("Space");
    await expect(inFocus(noa.page)).toContainText(last);
    await expect(pill).toBeVisible();
    await expect(lena.page.getByRole("group", { name: first })).toBeInViewport();
    await field.pressSequentially("ble?");
    await lena.page.keyboard.press("Enter");
    await expect(noa.page.getByRole("button", { name: "1 open question" })).toBeVisible();
    await pill.click();
    await expect(inFocus(lena.page)).toBeInViewport();
    await expect(pill).toHaveCount(0);
    const asked = lena.page.getByRole("group", { name: first });
    await expect(asked.getByRole("button", { name: "1 question, 1 open" })).toBeAttached();
  });

  await test.step("Tom comes late and sees where the meeting is", async () => {
    const tom = await arrive(browser, server.url, "Tom", { isPhone: true });
    await join(tom, links.participant);
    await expect(tom.page.getByText(`The meeting is at event ${total} of ${total}.`)).toBeVisible();
    await expect(inFocus(tom.page)).toBeInViewport();
    await tom.page.getByRole("button", { name: "What you missed" }).click();
    await tom.page
      .getByRole("dialog")
      .getByRole("button", { name: new RegExp(first.slice(0, 30)) })
      .click();
    await expect(tom.page.getByRole("group", { name: first })).toBeInViewport();
    await expect(tom.page.getByText("We are at 23:03")).toBeVisible();
  });

  await test.step("before the actions the board says what is open, and lets go on", async () => {
    await expect(noa.page.getByText(`2 of ${total} seen together`)).toBeVisible();
    for (const phase of [/Summary/, /Lessons/]) await lead(noa, phase, [lena]);
    await dock(noa.page)
      .getByRole("button", { name: /Actions/ })
      .click();
    const gate = noa.page.getByRole("dialog", { name: "Is the picture clear enough" });
    await expect(gate).toContainText(`Timeline: 2 of ${total} events seen`);
    await expect(gate).toContainText("1 open question");
    await gate.getByRole("button", { name: "Stay a little" }).click();
    await expect(gate).toHaveCount(0);
    await lead(noa, /Actions/, [lena]);
  });
});
