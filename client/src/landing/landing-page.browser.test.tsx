import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { invariant, readBoardId, readParticipantId } from "@secondstory/shared";
import { forgetKnownBoard, knownBoard, knownBoards, rememberBoard } from "../room/known-boards.ts";
import { takeSeat } from "../join/seat.ts";
import { forgetBoard } from "../room/forget-board.ts";
import { restoreBoards } from "../room/restore-boards.ts";
import { answers, failure, stubServer } from "../room/testing-server.ts";
import { renderUi } from "../ui/testing.tsx";
import LandingPage from "./landing-page.tsx";

const board = asId(readBoardId("7kq2m9"));
const me = asId(readParticipantId("noa"));
const secrets = { facilitator: "lead", participant: "part", observer: "read" };

async function open(createDemo = vi.fn(() => Promise.resolve(board))) {
  const place = memoryLocation({ path: "/", record: true });
  await renderUi(
    <Router hook={place.hook}>
      <LandingPage preloadBoard={() => Promise.resolve()} createDemo={createDemo} />
    </Router>,
  );
  return { history: place.history, createDemo };
}

beforeEach(() => {
  localStorage.clear();
  forgetKnownBoard(board);
});
afterEach(() => vi.restoreAllMocks());

test("a new post-mortem is one press and no typing", async () => {
  const calls = stubServer({
    "POST /api/boards": answers({ id: "7kq2m9", title: "", secrets }, 201),
    "POST /api/boards/7kq2m9/join": answers({ participantId: "noa", role: "facilitator" }),
  });
  const { history } = await open();
  await page.getByRole("button", { name: "New post-mortem" }).click();
  await expect.poll(() => history).toEqual(["/", "/b/7kq2m9"]);
  const writing = calls.filter(({ what }) => what.startsWith("POST"));
  expect(writing.map(({ what }) => what)).toEqual([
    "POST /api/boards",
    "POST /api/boards/7kq2m9/join",
  ]);
  expect(writing[0]?.body).toEqual({ language: "en" });
  expect(writing[1]?.body).toMatchObject({ secret: "lead" });
  expect(knownBoard(board)).toMatchObject({ role: "facilitator", participantId: "noa", secrets });
});

test("when no board comes of it, the page says what to do and can be pressed again", async () => {
  stubServer({ "POST /api/boards": failure(429, "too-many") });
  const { history } = await open();
  await page.getByRole("button", { name: "New post-mortem" }).click();
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("That was too much at once. Wait a minute, then try again.");
  await expect.element(page.getByRole("button", { name: "New post-mortem" })).toBeVisible();
  expect(history).toEqual(["/"]);
});

test("a real incident opens as a board", async () => {
  const { history, createDemo } = await open();
  await page.getByRole("button", { name: "Try it with a real incident" }).click();
  await expect.poll(() => history).toEqual(["/", "/b/7kq2m9"]);
  expect(createDemo).toHaveBeenCalledExactlyOnceWith("en", "github2018");
});

test("boards known here are listed, and forgotten after a question", async () => {
  const calls = stubServer({ "POST /api/boards/7kq2m9/leave": answers({}) });
  rememberBoard({
    id: board,
    participantId: me,
    role: "facilitator",
    title: "Checkout errors",
    phase: "lessons",
  });
  await open();
  await expect
    .element(page.getByRole("link", { name: "Checkout errors" }))
    .toHaveAttribute("href", "/b/7kq2m9");
  await page.getByRole("button", { name: "Forget “Checkout errors” on this device" }).click();
  const question = page.getByRole("alertdialog", { name: "Forget this board on this device?" });
  await expect.element(question.getByText(/If nobody else has its facilitator link/)).toBeVisible();
  await question.getByRole("button", { name: "Forget the board here" }).click();
  await expect.element(page.getByRole("link", { name: "Checkout errors" })).not.toBeInTheDocument();
  expect(knownBoards()).toEqual([]);
  await expect.poll(() => calls.map(({ what }) => what)).toContain("POST /api/boards/7kq2m9/leave");
});

test("a browser whose storage was cleared finds its boards by its cookies", async () => {
  const calls = stubServer({
    "GET /api/boards": answers({ boards: ["7kq2m9", "gone"] }),
    "POST /api/boards/7kq2m9/join": answers({ participantId: "noa", role: "facilitator" }),
    "POST /api/boards/gone/join": failure(401, "no-seat"),
    "GET /api/boards/7kq2m9": answers({
      title: "Checkout errors",
      phase: "lessons",
      sealed: false,
      createdAt: Date.UTC(2026, 10, 12, 12),
      participants: [],
    }),
  });
  await open();
  await expect
    .element(page.getByRole("link", { name: "Checkout errors" }))
    .toHaveAttribute("href", "/b/7kq2m9");
  await expect.element(page.getByText("meeting was at Lessons")).toBeInTheDocument();
  await expect.element(page.getByText(/November 12, 2026/)).toBeInTheDocument();
  expect(page.getByRole("listitem").elements()).toHaveLength(1);
  expect(knownBoard(board)).toMatchObject({ participantId: "noa", role: "facilitator" });
  expect(calls.find(({ what }) => what.endsWith("7kq2m9/join"))?.body).toEqual({});
});

test("a board forgotten without a connection does not come back by its cookie: the server is told later", async () => {
  stubServer({});
  rememberBoard({ id: board, participantId: me });
  await forgetBoard(board);
  vi.restoreAllMocks();
  const calls = stubServer({
    "POST /api/boards/7kq2m9/leave": answers({}),
    "GET /api/boards": answers({ boards: [] }),
  });
  await open();
  await expect
    .poll(() => calls.map(({ what }) => what))
    .toEqual(["POST /api/boards/7kq2m9/leave", "GET /api/boards"]);
  await restoreBoards();
  expect(calls.map(({ what }) => what).slice(2)).toEqual(["GET /api/boards"]); // told once
});

test("a board that the server cannot be told of is not put back, and one joined again is not left", async () => {
  stubServer({});
  rememberBoard({ id: board, participantId: me });
  await forgetBoard(board);
  vi.restoreAllMocks();
  stubServer({ "GET /api/boards": answers({ boards: ["7kq2m9"] }) });
  await restoreBoards();
  expect(knownBoards()).toEqual([]);
  vi.restoreAllMocks();
  stubServer({
    "POST /api/boards/7kq2m9/join": answers({ participantId: "noa", role: "participant" }),
  });
  await takeSeat(board, "k7Q2m9_x", "Noa", "");
  vi.restoreAllMocks();
  const calls = stubServer({ "GET /api/boards": answers({ boards: ["7kq2m9"] }) });
  await restoreBoards();
  expect(calls.map(({ what }) => what)).toEqual(["GET /api/boards"]);
});

function asId<Id>(id: Id | undefined): Id {
  invariant(id !== undefined, "a test uses ids of the board's alphabet");
  return id;
}
