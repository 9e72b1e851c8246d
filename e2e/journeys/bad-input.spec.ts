// Bad input: a sentence on the screen or a coded error, nothing of anybody's is lost, and the server lives.
import { expect, test } from "@playwright/test";
import { call, closeCodeFor, makeBoard, type NewBoard } from "../lib/boards.ts";
import { arrive, dock, goHome, join, look, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
let board: NewBoard;
test.beforeAll(async () => {
  server = await startServer();
  board = await makeBoard(server.url, "Payments double-charged");
});
test.afterEach(async ({ browser }) => {
  await goHome(browser);
  expect((await call(server.url, "GET", "/healthz")).status).toBe(200);
});
test.afterAll(() => server.remove());

test("an unknown board and a wrong key are said in words, with a way on", async ({ browser }) => {
  const { page } = await arrive(browser, server.url, "Lena");
  await page.goto("/b/AAAAAAAAAAAAAAAAAAAAAA#a-key-that-opens-nothing");
  await expect(page.getByRole("heading", { name: "There is no board here" })).toBeVisible();
  await page.getByRole("link", { name: "To the first page" }).click();
  await expect(page.getByRole("button", { name: "New post-mortem" })).toBeVisible();

  await page.goto(`/b/${board.id}#a-key-that-opens-nothing`);
  await expect(
    page.getByRole("heading", { name: "This link does not open the board" }),
  ).toBeVisible();
  await expect(page.getByText("Copy the whole link once more.")).toBeVisible();
});

test("a link that lost its key says why, and takes the whole link", async ({ browser }) => {
  const { page } = await arrive(browser, server.url, "Lena");
  await page.goto(`/b/${board.id}`);
  await expect(
    page.getByRole("heading", { name: "The key is missing from this link" }),
  ).toBeVisible();
  await expect(page.getByText("a sign-in page for instance")).toBeVisible();

  const field = page.getByRole("textbox", { name: "The whole link" });
  await field.fill(`${server.url}/b/${board.id}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("it has no # with a key after it")).toBeVisible();
  await expect(field).toHaveValue(`${server.url}/b/${board.id}`);

  await field.fill(board.links.participant);
  await page.getByRole("button", { name: "Open the board" }).click();
  await page.getByRole("textbox", { name: "Your name in this meeting" }).fill("Lena");
  await page.getByRole("button", { name: "Join the meeting" }).click();
  await expect(dock(page)).toContainText("Lena");
  expect(page.url()).not.toContain("#");
});

test("a switched-off link says so; who is on the board stays on it", async ({ browser }) => {
  const { links } = await makeBoard(server.url, "Links that went astray");
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  await join(noa, links.facilitator);
  await join(lena, links.participant);
  await noa.page.getByRole("button", { name: "More", exact: true }).click();
  await noa.page.getByRole("menuitem", { name: "Links to the board …" }).click();
  const dialog = noa.page.getByRole("dialog", { name: "Links to the board" });
  await dialog.getByRole("button", { name: "Switch off: Participant" }).click();
  await dialog.getByRole("button", { name: "Switch the link off" }).click();
  await expect(dialog.getByText("1 link is switched off.")).toBeVisible();

  const late = await arrive(browser, server.url, "Tom");
  await late.page.goto(links.participant);
  await expect(
    late.page.getByText("This link was switched off. Ask a facilitator for a new one."),
  ).toBeVisible();

  await dialog.getByRole("button", { name: "Make another link" }).click();
  await dialog.getByRole("button", { name: "Copy link: Participant" }).click();
  const anew = await noa.page.evaluate(() => navigator.clipboard.readText());
  await late.page.getByRole("textbox", { name: "The whole link" }).fill(anew);
  await late.page.getByRole("button", { name: "Open the board" }).click();
  await late.page.getByRole("button", { name: "Join the meeting" }).click();
  await expect(dock(late.page)).toBeVisible();

  await lena.page
    .getByRole("textbox", { name: "How did we become aware" })
    .fill("A page at 02:03.");
  await expect(noa.page.getByText("A page at 02:03.")).toBeVisible();
});

test("a title that is too long is refused with a code, and on the screen nothing else is lost", async ({
  browser,
}) => {
  const tooLong = "Datenbankwiederherstellung ".repeat(200);
  const made = await call(server.url, "POST", "/api/boards", JSON.stringify({ title: tooLong }));
  expect(made).toMatchObject({ status: 400, body: { error: { code: "invalid" } } });

  const noa = await arrive(browser, server.url, "Noa");
  const { page } = noa;
  await page.goto("/");
  await page.getByRole("button", { name: "New post-mortem" }).click();
  const title = page.getByRole("textbox", { name: "Title of the post-mortem" });
  await expect(title).toBeFocused();
  await page.getByRole("textbox", { name: "Who noticed what" }).click();
  await page.keyboard.type("Checkout was slow.");
  await title.click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), tooLong);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByText(/200 characters/)).toBeVisible();
  await saved(noa);
  expect(await title.inputValue()).toBe(tooLong.slice(0, 200));
  await expect(page.getByText("Checkout was slow.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Checkout was slow.")).toBeVisible();
  await expect(page.getByText(tooLong.slice(0, 199).trim()).first()).toBeVisible();
});

test("wrong JSON, wrong shapes and wrong roles have codes of their own", async () => {
  const requests = `/api/boards/${board.id}/requests`;
  const { facilitator, observer } = board.secrets;
  const send = (body: string, bearer?: string) => call(server.url, "POST", requests, body, bearer);
  expect(await send("{", facilitator)).toMatchObject(refusal(400, "unreadable"));
  expect(await send('{"type":"dance"}', facilitator)).toMatchObject(refusal(400, "invalid"));
  expect(await send('{"type":"advance"}', "no-such-secret-at-all")).toMatchObject(
    refusal(401, "no-seat"),
  );
  expect(await send('{"type":"advance"}', observer)).toMatchObject(refusal(403, "role-too-low"));
  expect(await call(server.url, "POST", "/api/boards", "[")).toMatchObject(
    refusal(400, "unreadable"),
  );
  expect(await call(server.url, "GET", "/api/boards/AAAAAAAAAAAAAAAAAAAAAA")).toMatchObject(
    refusal(404, "no-board"),
  );
});

test("a malformed frame closes its own socket with 1007, and the others go on writing", async ({
  browser,
}) => {
  const { id, links } = await makeBoard(server.url, "Frames that mean nothing");
  const noa = await arrive(browser, server.url, "Noa");
  const lena = await arrive(browser, server.url, "Lena");
  const mallory = await arrive(browser, server.url, "Mallory");
  await join(noa, links.facilitator);
  await join(lena, links.participant);
  await join(mallory, links.participant);
  for (const { page } of [noa, lena]) await look(page, "Summary");
  await noa.page.getByRole("textbox", { name: "Summary" }).click();
  await lena.page.getByRole("textbox", { name: "Summary" }).click();

  const updateThatIsNone = [0, 2, 5, 255, 254, 253, 252, 251];
  const stepThatEndsEarly = [0, 0, 200];
  const typing = noa.page.keyboard.type("The retry had no key of its own. ", { delay: 5 });
  for (const frame of [updateThatIsNone, stepThatEndsEarly])
    expect(await closeCodeFor(mallory.page, id, frame)).toBe(1007);
  await typing;
  await lena.page.keyboard.type("So it charged twice. ");
  for (const { page } of [noa, lena])
    for (const sentence of ["The retry had no key of its own.", "So it charged twice."])
      await expect(page.getByRole("main")).toContainText(sentence);
  await saved(noa);
  await saved(lena);
  await expect(dock(mallory.page)).toBeVisible();
});

const refusal = (status: number, code: string) => ({ status, body: { error: { code } } });
