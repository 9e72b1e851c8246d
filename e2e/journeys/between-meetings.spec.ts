// The week between: a question is put and answered, an observer is let write, a fact comes without a name, and a note
// reaches only who leads.
import { expect, test } from "@playwright/test";
import { call, makeBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, look, saved } from "../lib/people.ts";
import { startServer } from "../lib/server.ts";

test("what people add in the week before the meeting reaches whom it is for, and nobody else", async ({
  browser,
}) => {
  const server = await startServer({ NAMELESS_WAIT_SECONDS: "1" });
  const { id, links, secrets } = await makeBoard(server.url, "Checkout errors");
  await call(
    server.url,
    "POST",
    `/api/boards/${id}/events`,
    JSON.stringify({ events: [{ at: "2026-03-12T10:02:00Z", text: "The pager went off" }] }),
    secrets.facilitator,
  );
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  const ida = await arrive(browser, server.url, "Ida", { isPhone: true });
  await join(noa, links.facilitator);
  await join(lena, links.participant);
  await join(ida, links.observer);

  await test.step("a question to a name is answered on another screen", async () => {
    await look(noa.page, "Timeline");
    await noa.page.getByRole("button", { name: "More for this event" }).click();
    await noa.page.getByRole("menuitem", { name: "Ask a question" }).click();
    await noa.page
      .getByRole("textbox", { name: "What would you like to know?" })
      .fill("Who was in the call by then?");
    await noa.page.getByRole("combobox", { name: /^Whom do you ask/ }).fill("Lena");
    await noa.page.keyboard.press("Enter");
    await look(lena.page, "Timeline");
    await lena.page.getByRole("button", { name: "1 open question" }).click();
    await lena.page.getByText("Only those for me").click();
    await lena.page.getByRole("button", { name: "Who was in the call by then?" }).click();
    await lena.page.getByRole("button", { name: "Copy as a message" }).first().click();
    const message = await lena.page.evaluate(() => navigator.clipboard.readText());
    expect(message).toContain("A question for Lena: Who was in the call by then?");
    expect(message).toContain("“The pager went off”, 12 March 2026, 10:02 UTC");
    expect(message).toContain(`${server.url}/b/${id}?at=`);
    for (const secret of Object.values(secrets)) expect(message).not.toContain(secret);
    await lena.page.getByRole("button", { name: "Answer", exact: true }).click();
    await lena.page.getByRole("textbox", { name: "Answer" }).fill("Two engineers and support");
    await lena.page.keyboard.press("Enter");
    await expect(noa.page.getByText("Two engineers and support")).toBeVisible();
    await expect(noa.page.getByRole("button", { name: "1 question, answered" })).toBeVisible();
  });

  await test.step("an observer asks, is let write, and writes at once", async () => {
    await dock(ida.page).getByRole("button", { name: "I can add something" }).click();
    const line = noa.page.getByRole("group", { name: "Asks to write" });
    await expect(line).toContainText("Ida can add something.");
    await line.getByRole("button", { name: "Let them write" }).click();
    await expect(line).toHaveCount(0);
    await expect(ida.page.getByRole("button", { name: "Add event" }).first()).toBeVisible();
  });

  await test.step("a fact without a name waits with its writer alone, then stands on every board", async () => {
    await look(lena.page, "Prepare");
    await lena.page.getByRole("button", { name: "Add a fact without my name" }).click();
    const form = lena.page.getByRole("group", { name: "New fact without my name" });
    await expect(form).toContainText("What is not: your words.");
    await form.getByRole("textbox", { name: "What happened?" }).fill("The alert had been muted");
    await lena.page.keyboard.press("Enter");
    await expect(noa.page.getByText("The alert had been muted")).toBeVisible();
    const waiting = lena.page.getByRole("region", { name: /^Waiting to be added/ });
    await expect(waiting).toHaveCount(0);
    await saved(lena);
  });

  await test.step("a note without a name reaches who leads, on no shared screen", async () => {
    await lena.page.getByRole("button", { name: "More", exact: true }).click();
    await lena.page.getByRole("menuitem", { name: "Only for the facilitator" }).click();
    const dialog = lena.page.getByRole("dialog", { name: "Only for the facilitator" });
    await expect(dialog).toContainText("Only Noa will read this");
    await dialog.getByRole("textbox", { name: "Your note" }).fill("I am afraid of this meeting");
    await dialog.getByText("Without my name").click();
    await dialog.getByRole("button", { name: "Send" }).click();
    const line = noa.page.getByRole("group", { name: "Notes for you" });
    await line.getByRole("button", { name: "Read" }).click();
    const inbox = noa.page.getByRole("dialog");
    await expect(inbox).toContainText("I am afraid of this meeting");
    await expect(inbox).toContainText("without a name");
    await inbox.getByRole("button", { name: "Mark as read" }).click();
    await expect(line).toHaveCount(0);
  });

  const { body } = await call(
    server.url,
    "GET",
    `/api/boards/${id}/export.json`,
    undefined,
    secrets.facilitator,
  );
  const everything = JSON.stringify(body);
  expect(everything).toContain("The alert had been muted");
  expect(everything).not.toContain("afraid");
  await goHome(browser);
  await server.remove();
});
