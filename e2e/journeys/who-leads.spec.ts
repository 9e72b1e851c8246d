// Who leads and who comes in: the facilitator drops and another steps in; a newcomer waits at the door.
import { expect, test } from "@playwright/test";
import { makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, lead, look, reopen, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ STEP_IN_AFTER_SECONDS: "1" });
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("the facilitator drops and another steps in; the first one is back, and both lead", async ({
  browser,
}) => {
  const { links } = await makeBoard(server.url, "Payments double-charged");
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  await join(noa, links.facilitator);
  await join(lena, links.participant);
  for (const person of [noa, lena]) await saved(person);
  const offer = dock(lena.page).getByRole("group", { name: "Nobody who leads is here" });
  await expect(offer).toHaveCount(0);

  const address = noa.page.url();
  await noa.page.close();
  await offer.getByRole("button", { name: "Step in and lead" }).click();
  await expect(lena.page.getByText("You lead now.").first()).toBeVisible();
  await expect(offer).toHaveCount(0);
  await dock(lena.page).getByRole("button", { name: "Begin with Check-in" }).click();
  await expect(lena.page.getByRole("heading", { level: 1 })).toBeFocused();

  const back = await reopen(noa, address);
  const told = dock(back.page).getByRole("group", { name: "Somebody stepped in" });
  await expect(told).toContainText("Lena stepped in while nobody who leads was here.");
  await told.getByRole("button", { name: "All right" }).click();
  await lead(back, /Timeline/, [lena]);

  await look(back.page, "Actions");
  await dock(back.page).getByRole("button", { name: "Everyone to me" }).click();
  const asked = lena.page.getByRole("group", { name: "Noa asks everyone to Actions" });
  await expect(lena.page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  await asked.getByRole("button", { name: "Go there" }).click();
  await expect(lena.page.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();
  await expect(asked).toHaveCount(0);
});

test("with the door on a newcomer sees nothing of the board until somebody lets them in", async ({
  browser,
}) => {
  const { id, links } = await makeBoard(server.url, "Payments double-charged");
  const noa = await arrive(browser, server.url, "Noa");
  await join(noa, links.facilitator);
  await noa.page.getByRole("button", { name: "More", exact: true }).click();
  await noa.page.getByRole("menuitem", { name: "People and roles" }).click();
  await noa.page.getByText("Newcomers wait at the door until somebody lets them in").click();
  await expect(noa.page.getByRole("checkbox", { name: /^Newcomers wait/ })).toBeChecked();
  await noa.page.keyboard.press("Escape");

  const ida = await arrive(browser, server.url, "Ida", { isPhone: true });
  const heard: Promise<string>[] = [];
  ida.page.on("response", (response) => {
    if (!response.url().includes(`/api/boards/${id}`)) return;
    heard.push(response.text().catch(() => "")); // the reload below cuts one short
  });
  await ida.page.goto(links.participant);
  await ida.page.getByRole("textbox", { name: "Your name in this meeting" }).fill("Ida");
  await ida.page.getByRole("button", { name: "Ask to come in" }).click();
  await expect(ida.page.getByText("You are at the door, Ida")).toBeVisible();
  await ida.page.reload();
  await expect(ida.page.getByText("You are at the door, Ida")).toBeVisible();
  expect((await Promise.all(heard)).join("\n")).not.toMatch(/Payments|Noa/);
  expect(ida.network.tries()).toBe(0);
  await expect(ida.page.locator("html")).not.toContainText("Payments");

  const line = dock(noa.page).getByRole("group", { name: "At the door" });
  await expect(line).toContainText("Ida wants to come in.");
  await expect(dock(noa.page).getByRole("button", { name: /^Ida/ })).toHaveCount(0);
  await line.getByRole("button", { name: "Let in Ida" }).click();
  await expect(dock(ida.page)).toBeVisible();
  await expect(dock(noa.page).getByRole("button", { name: /^Ida/ })).toBeVisible();
  await expect(line).toHaveCount(0);
});
