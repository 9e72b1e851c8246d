// At the door of a board: nothing of it is told, and whoever is let in goes on by themselves.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { invariant, readBoardId } from "@secondstory/shared";
import { forgetKnownBoard, knownBoard } from "../room/known-boards.ts";
import { answers, failure, stubServer } from "../room/testing-server.ts";
import { renderUi } from "../ui/testing.tsx";
import { BoardRoute } from "./board-route.tsx";

const board = readBoardId("7kq2m9");
invariant(board, "a test uses ids of the board's alphabet");
const secret = "k7Q2m9_x-abcdefghijklmnopqrstuv";
const joined = { participantId: "robin", role: "participant" };

const open = () =>
  renderUi(
    <BoardRoute
      board={board}
      preload={() => Promise.resolve()}
      Seated={({ me }) => <h1>Seated as {me}</h1>}
    />,
  );
const withFragment = (fragment: string) =>
  history.replaceState(null, "", `${location.pathname}${location.search}${fragment}`);

beforeEach(() => {
  localStorage.clear();
  forgetKnownBoard(board);
});
afterEach(() => {
  withFragment("");
  vi.restoreAllMocks();
});

test("[L4] a board with a door asks for a name and says nothing of itself; let in, the page goes on by itself", async () => {
  let isIn = false;
  stubServer({
    "GET /api/boards/7kq2m9": failure(403, "door-closed"),
    "POST /api/boards/7kq2m9/join": () =>
      Response.json(isIn ? joined : { ...joined, waiting: true }),
    "GET /api/boards/7kq2m9/door": () =>
      Response.json(isIn ? { stands: "in" } : { stands: "waiting", name: "Robin" }),
  });
  withFragment(`#${secret}`);
  await open();
  await expect
    .element(page.getByRole("heading", { level: 1 }))
    .toHaveTextContent("Say who you are, and a facilitator lets you in");
  await page.getByRole("button", { name: "Ask to come in" }).click();
  await expect.element(page.getByText("You are at the door, Robin")).toBeVisible();
  expect(knownBoard(board)).toBeUndefined();
  isIn = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(knownBoard(board)?.secrets).toEqual({ participant: secret });
});

test("[L4] after a reload one waits on, by the seat alone; a server that is away is waited for", async () => {
  let isAway = false;
  stubServer({
    "POST /api/boards/7kq2m9/join": answers({ ...joined, waiting: true }),
    "GET /api/boards/7kq2m9/door": () => {
      if (isAway) throw new TypeError("away");
      return Response.json({ stands: "waiting", name: "Robin" });
    },
  });
  await open();
  await expect.element(page.getByText("You are at the door, Robin")).toBeVisible();
  isAway = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await expect.element(page.getByText(/The server does not answer just now/)).toBeVisible();
  await expect.element(page.getByText("You are at the door, Robin")).toBeVisible();
});

test("[L6] turned away one is told kindly, and when to ask again", async () => {
  let againInMs = 240_000;
  let stands = "turned-away";
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": () =>
      stands === "turned-away" && againInMs > 0
        ? Response.json({ error: { code: "turned-away", message: "Not now." } }, { status: 429 })
        : Response.json({ ...joined, waiting: true }),
    "GET /api/boards/7kq2m9/door": () => Response.json({ stands, name: "Robin", againInMs }),
  });
  await open();
  await expect
    .element(
      page.getByRole("heading", { name: "The facilitators cannot let you in at the moment" }),
    )
    .toBeVisible();
  const again = page.getByRole("button", { name: "Ask again" });
  await expect.element(again).toHaveAttribute("aria-disabled", "true");
  await expect.element(page.getByText("in 4 minutes")).toBeVisible();
  againInMs = 0;
  document.dispatchEvent(new Event("visibilitychange"));
  await expect.element(again).not.toHaveAttribute("aria-disabled");
  stands = "waiting";
  await again.click();
  await expect.element(page.getByText("You are at the door, Robin")).toBeVisible();
  expect(calls.filter(({ what }) => what.endsWith("/join"))).toHaveLength(2);
});

test("whoever does not want to wait leaves the door", async () => {
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": answers({ ...joined, waiting: true }),
    "GET /api/boards/7kq2m9/door": answers({ stands: "waiting", name: "Robin" }),
    "POST /api/boards/7kq2m9/leave": answers({}),
  });
  await open();
  await page.getByRole("button", { name: "I do not want to wait" }).click();
  await expect.poll(() => calls.some(({ what }) => what.endsWith("/leave"))).toBe(true);
  history.replaceState(null, "", "/");
});
