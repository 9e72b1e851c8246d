// The links of a board, as a facilitator sees them.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { knownBoard, rememberBoard } from "../room/known-boards.ts";
import { participantId, RoomForTests, testSession } from "../room/testing.tsx";
import { answers, failure, stubServer } from "../room/testing-server.ts";
import { closePanel, openPanel } from "../screen/panels.ts";
import { LinksDialog } from "./links-dialog.tsx";

const dialog = page.getByRole("dialog", { name: "Links to the board" });
const row = (role: string) => dialog.getByRole("listitem").filter({ hasText: role });
const first = { madeAt: 1_000, usedBy: [] };
const links = [
  { ...first, link: "ffffffff", role: "facilitator", usedBy: ["noa"] },
  { ...first, link: "pppppppp", role: "participant", usedBy: ["robin", "ida", "gone"] },
  { link: "oooooooo", role: "observer", madeAt: 90_000, madeBy: "noa", usedBy: [] },
  { ...first, link: "xxxxxxxx", role: "observer", switchedOffAt: 5_000 },
];

async function open() {
  const session = testSession({ me: "noa", createdAt: 1_000 });
  rememberBoard({
    id: session.boardId,
    participantId: participantId("noa"),
    secrets: { participant: "pppppppp-secret", observer: "xxxxxxxx-secret" },
  });
  await render(
    <RoomForTests session={session}>
      <LinksDialog />
    </RoomForTests>,
  );
  openPanel("links");
  return session;
}

beforeEach(() => {
  localStorage.clear();
  closePanel();
});
afterEach(() => {
  closePanel();
  vi.restoreAllMocks();
});

test("[S52] the links say where they come from and who came; only those seen here can be copied", async () => {
  stubServer({ "GET /api/boards/test-board/links": answers({ links }) });
  const { boardId } = await open();
  await expect
    .element(row("Facilitator").getByText(/Came with the board\. 1 person came by it\./))
    .toBeVisible();
  await expect.element(row("Facilitator").getByText(/Its key is not on this device/)).toBeVisible();
  await expect.element(row("Participant").getByText(/3 people came by it\./)).toBeVisible();
  await expect
    .element(row("Observer").getByText(/Noa made it, .+ Nobody has come by it yet\./))
    .toBeVisible();
  await expect.element(dialog.getByText("1 link is switched off.")).toBeVisible();
  expect(dialog.getByRole("button", { name: /^Copy link/ }).elements()).toHaveLength(1);
  await expect
    .element(dialog.getByRole("button", { name: "Copy link: Participant" }))
    .toBeVisible();
  expect(knownBoard(boardId)?.secrets).toEqual({ participant: "pppppppp-secret" }); // the other is off
});

test("one link is switched off after a question, and the list is read anew", async () => {
  let shown = links;
  stubServer({ "GET /api/boards/test-board/links": () => answers({ links: shown })() });
  const session = await open();
  await dialog.getByRole("button", { name: "Switch off: Participant" }).click();
  await dialog.getByRole("button", { name: "Keep it" }).click();
  expect(session.requests).toEqual([]);
  await dialog.getByRole("button", { name: "Switch off: Participant" }).click();
  shown = links.map((link) => (link.role === "participant" ? { ...link, switchedOffAt: 7 } : link));
  await dialog.getByRole("button", { name: "Switch the link off" }).click();
  await expect.element(dialog.getByText("2 links are switched off.")).toBeVisible();
  expect(session.requests).toEqual([{ type: "switchOffLink", link: "pppppppp" }]);
  await expect.element(row("Participant")).not.toBeInTheDocument();
  expect(knownBoard(session.boardId)?.secrets).toEqual({});
});

test("without the server the dialog says so and can be tried again", async () => {
  stubServer({ "GET /api/boards/test-board/links": failure(503, "restarting") });
  await open();
  await expect
    .element(dialog.getByRole("alert").getByText(/^The server is restarting\./))
    .toBeVisible();
  vi.restoreAllMocks();
  stubServer({ "GET /api/boards/test-board/links": answers({ links: [] }) });
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect.element(dialog.getByText(/No link works/)).toBeVisible();
});
