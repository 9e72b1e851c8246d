// Somebody writes in a tunnel, and the report is sealed meanwhile: the server does not take it, and nothing is lost. They
// see it listed, can copy it, send it once the report is reopened, or drop it.
import { expect, test } from "@playwright/test";
import { makeBoard, openLessons } from "../lib/boards.ts";
import { writeNote } from "../lib/notes.ts";
import { arrive, goHome, join, look, saved } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("what a sealed report did not take is listed, kept, sent after reopening, or dropped", async ({
  browser,
}) => {
  const board = await makeBoard(server.url, "Payments double-charged");
  await openLessons(server.url, board);
  const lena = await arrive(browser, server.url, "Lena");
  await join(lena, board.links.participant);
  const { page } = lena;
  const decide = async (type: "seal" | "reopen") => {
    const answer = await fetch(`${server.url}/api/boards/${board.id}/requests`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${board.secrets.facilitator}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ type }),
    });
    expect(answer.status).toBe(200);
  };
  const question = "What helped us?";
  const refused = page.getByRole("region", { name: "Changes that are kept here" });

  await saved(lena);
  await look(page, "Lessons");
  await lena.network.cut();
  await writeNote(page, question, "Written in the tunnel");
  await decide("seal");
  await lena.network.join();
  await expect(refused).toContainText("1 change is not in the sealed report.");
  await refused.getByRole("button", { name: "Copy their words" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("Written in the tunnel");

  await decide("reopen");
  await saved(lena);
  await expect(refused).toHaveCount(0);
  await expect.poll(() => exported(board)).toContain("Written in the tunnel");

  await lena.network.cut();
  await writeNote(page, question, "Another one, in the next tunnel");
  await decide("seal");
  await lena.network.join();
  await refused.getByRole("button", { name: "Drop them" }).click();
  await page.getByRole("button", { name: "Drop 1 change" }).click();
  await expect(page.getByText("Written in the tunnel")).toBeVisible();
  await expect(page.getByText("Another one, in the next tunnel")).toHaveCount(0);
  await expect(refused).toHaveCount(0);
});

async function exported(board: Awaited<ReturnType<typeof makeBoard>>): Promise<string> {
  const answer = await fetch(`${server.url}/api/boards/${board.id}/export.md`, {
    headers: { authorization: `Bearer ${board.secrets.observer}` },
  });
  return answer.text();
}
