// From a link to a seat, against a server that answers as the contract says.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { invariant, readBoardId, readParticipantId } from "@secondstory/shared";
import { forgetBoard } from "../room/forget-board.ts";
import { forgetKnownBoard, knownBoard, rememberBoard } from "../room/known-boards.ts";
import { answers, failure, stubServer } from "../room/testing-server.ts";
import { renderUi } from "../ui/testing.tsx";
import { BoardRoute } from "./board-route.tsx";
import { seatAtFirst } from "./seat.ts";

const board = readBoardId("7kq2m9");
const me = readParticipantId("robin");
const lena = readParticipantId("lena");
invariant(board && me && lena, "a test uses ids of the board's alphabet");
const secret = "k7Q2m9_x-abcdefghijklmnopqrstuv";
const summary = {
  title: "Checkout errors",
  phase: "timeline",
  sealed: false,
  participants: [
    { id: "noa", name: "Noa", role: "facilitator", connected: true },
    { id: "lena", name: "Lena", role: "participant", connected: false },
  ],
};

const open = () =>
  renderUi(
    <BoardRoute
      board={board}
      preload={() => Promise.resolve()}
      Seated={({ me: seat }) => <h1>Seated as {seat}</h1>}
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

test("a link asks for nothing but a name, which is filled in; one press and I am in", async () => {
  const calls = stubServer({
    "GET /api/boards/7kq2m9": answers(summary),
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "participant" }),
  });
  withFragment(`#${secret}`);
  await open();
  await expect
    .element(page.getByRole("heading", { level: 1, name: "Checkout errors" }))
    .toBeVisible();
  await expect.element(page.getByText("The meeting is at Timeline. Noa is here.")).toBeVisible();
  expect(location.hash).toBe("");
  const name = page.getByRole("textbox", { name: "Your name in this meeting" });
  await expect.element(name).not.toHaveValue("");
  await page.getByRole("button", { name: "Join the meeting" }).click();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ secret, name: expect.stringMatching(/^\S+ \S+$/) });
  expect(calls[0]?.authorization).toBe(`Bearer ${secret}`);
  expect(knownBoard(board)?.secrets).toEqual({ participant: secret });
  expect(localStorage.getItem("second-story:boards")).not.toContain("token");
});

test("whoever is signed in where the server stands is not asked for a name", async () => {
  const calls = stubServer({
    "GET /api/boards/7kq2m9": answers({ ...summary, signedInAs: "Ada Lovelace" }),
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "participant" }),
  });
  withFragment(`#${secret}`);
  await open();
  await expect.element(page.getByText(/^You are signed in as Ada Lovelace/)).toBeVisible();
  expect(page.getByRole("textbox").elements()).toEqual([]);
  await page.getByRole("button", { name: "Join the meeting" }).click();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ secret });
  expect(localStorage.getItem("second-story:name")).toBeNull();
});

test("whose seat is gone is let in again where the board admits everybody who is signed in", async () => {
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": answers({ participantId: "anew", role: "participant" }),
  });
  rememberBoard({ id: board, participantId: me, role: "participant" });
  await renderUi(
    <BoardRoute
      board={board}
      preload={() => Promise.resolve()}
      Seated={({ me: seat, onSeatLost }) => (
        <button type="button" onClick={onSeatLost}>
          Seated as {seat}
        </button>
      )}
    />,
  );
  await page.getByRole("button", { name: "Seated as robin" }).click();
  await expect.element(page.getByText("Seated as anew")).toBeVisible();
  expect(calls.map(({ body }) => body)).toEqual([{}]);
});

test("another name is one press away, and one's own is remembered for the next board", async () => {
  stubServer({
    "GET /api/boards/7kq2m9": answers(summary),
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "participant" }),
  });
  withFragment(`#${secret}`);
  await open();
  const name = page.getByRole("textbox", { name: "Your name in this meeting" });
  await expect.element(name).toBeVisible();
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  await page.getByRole("button", { name: "Another name" }).click();
  await expect.element(name).toHaveValue("Kind Robin");
  await name.clear();
  await name.fill("Robin");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(localStorage.getItem("second-story:name")).toBe("Robin");
});

test("whoever is known here is in at once, without a question and without a network", async () => {
  const calls = stubServer({});
  rememberBoard({ id: board, participantId: me, role: "participant" });
  await open();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(calls).toEqual([]);
});

test("[O1] whoever is known here does not wait for an answer, though they come by a link", async () => {
  vi.spyOn(globalThis, "fetch").mockReturnValue(new Promise(() => {}));
  rememberBoard({ id: board, participantId: me, role: "participant" });
  withFragment(`#${secret}`);
  await open();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(location.hash).toBe("");
});

test("a facilitator's link raises the role of whoever is here already", async () => {
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "facilitator" }),
  });
  rememberBoard({ id: board, participantId: me, role: "participant" });
  withFragment(`#${secret}`);
  await open();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  await expect.poll(() => calls.map(({ body }) => body)).toEqual([{ secret }]);
  await expect
    .poll(() => knownBoard(board))
    .toMatchObject({
      role: "facilitator",
      secrets: { facilitator: secret },
    });
});

test("[V3] a card's link without a seat says why, takes a pasted one, and still leads to the card", async () => {
  stubServer({
    "POST /api/boards/7kq2m9/join": failure(401, "no-seat"),
    "GET /api/boards/7kq2m9": answers(summary),
  });
  history.replaceState(null, "", `${location.pathname}?at=card-1`);
  await open();
  await expect
    .element(page.getByRole("heading", { name: "You are not on this board yet" }))
    .toBeVisible();
  await page
    .getByRole("textbox", { name: "The whole link" })
    .fill(`https://board.example.org/b/7kq2m9#${secret}`);
  await page.getByRole("button", { name: "Open the board" }).click();
  await expect.element(page.getByRole("button", { name: "Join the meeting" })).toBeVisible();
  expect(location.search).toBe("?at=card-1");
  history.replaceState(null, "", location.pathname);
});

test("a link that lost its key says why, and takes a pasted one", async () => {
  stubServer({
    "POST /api/boards/7kq2m9/join": failure(401, "no-seat"),
    "GET /api/boards/7kq2m9": answers(summary),
  });
  await open();
  await expect
    .element(page.getByRole("heading", { name: "The key is missing from this link" }))
    .toBeVisible();
  const field = page.getByRole("textbox", { name: "The whole link" });
  await field.fill("https://board.example.org/b/7kq2m9");
  await page.getByRole("button", { name: "Open the board" }).click();
  await expect
    .element(field)
    .toHaveAccessibleDescription("This is not the whole link: it has no # with a key after it.");
  await field.fill(`https://board.example.org/b/7kq2m9#${secret}`);
  await page.getByRole("button", { name: "Open the board" }).click();
  await expect.element(page.getByRole("heading", { name: "Checkout errors" })).toBeVisible();
});

for (const [code, sentence] of [
  ["secret-switched-off", "This link was switched off. Ask a facilitator for a new one."],
  ["secret-unknown", "This link does not open the board. Copy the whole link once more."],
] as const)
  test(`a link that does not work says what to do: ${code}`, async () => {
    stubServer({ "GET /api/boards/7kq2m9": failure(401, code) });
    withFragment(`#${secret}`);
    await open();
    await expect.element(page.getByText(sentence)).toBeVisible();
  });

test("there is no such board", async () => {
  stubServer({ "GET /api/boards/7kq2m9": failure(404, "no-board") });
  withFragment(`#${secret}`);
  await open();
  await expect.element(page.getByRole("heading", { name: "There is no board here" })).toBeVisible();
});

test("when the server is away the name can be typed already, and joining says what to do", async () => {
  stubServer({});
  withFragment(`#${secret}`);
  await open();
  await page.getByRole("button", { name: "Join the meeting" }).click();
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("The server does not answer. Check the connection and try again.");
  await expect.element(page.getByRole("button", { name: "Join the meeting" })).toBeVisible();
});

test("a seat that the server lost is taken again with the link that this browser kept", async () => {
  stubServer({ "GET /api/boards/7kq2m9": answers(summary) });
  rememberBoard({
    id: board,
    participantId: me,
    role: "participant",
    secrets: { participant: secret },
  });
  await renderUi(
    <BoardRoute
      board={board}
      preload={() => Promise.resolve()}
      Seated={({ onSeatLost }) => (
        <button type="button" onClick={onSeatLost}>
          Lose the seat
        </button>
      )}
    />,
  );
  await page.getByRole("button", { name: "Lose the seat" }).click();
  await expect.element(page.getByRole("button", { name: "Join the meeting" })).toBeVisible();
});

const deviceSecret = `device.${secret}`;

test("[S51] a link from another device asks for nothing: the same person is in, and the link is not kept", async () => {
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "facilitator" }),
  });
  withFragment(`#${deviceSecret}`);
  await open();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(calls.map(({ what, body }) => [what, body])).toEqual([
    ["POST /api/boards/7kq2m9/join", { secret: deviceSecret }],
  ]);
  expect(location.hash).toBe("");
  expect(knownBoard(board)).toMatchObject({ role: "facilitator", secrets: {} });
  expect(JSON.stringify(localStorage)).not.toContain(secret);
});

for (const [code, sentence] of [
  ["device-link-used", /^This link was used already; it works once\./],
  ["device-link-expired", /^This link has expired\./],
  ["device-link-unknown", /^This link to continue here does not work\./],
] as const)
  test(`a link from another device that does not work says what to do: ${code}`, async () => {
    stubServer({ "POST /api/boards/7kq2m9/join": failure(401, code) });
    withFragment(`#${deviceSecret}`);
    await open();
    await expect.element(page.getByText(sentence)).toBeVisible();
  });

test("where somebody has a seat a link from another device asks first, and uses nothing up until then", async () => {
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "participant" }),
  });
  rememberBoard({ id: board, participantId: lena, role: "participant" });
  withFragment(`#${deviceSecret}`);
  expect(seatAtFirst(board)).toEqual({ kind: "opening" });
  const first = await open();
  await page.getByRole("button", { name: "Stay as it is here" }).click();
  await expect.element(page.getByText("Seated as lena")).toBeVisible();
  expect(calls).toEqual([]);
  await first.unmount();

  withFragment(`#${deviceSecret}`);
  await open();
  await page.getByRole("button", { name: "Continue as on the other device" }).click();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
});

test("where somebody has a seat a link that was used already leaves everything as it is", async () => {
  stubServer({ "POST /api/boards/7kq2m9/join": failure(401, "device-link-used") });
  rememberBoard({ id: board, participantId: lena, role: "participant" });
  withFragment(`#${deviceSecret}`);
  await open();
  const goOn = page.getByRole("button", { name: "Continue as on the other device" });
  await goOn.click();
  await expect.element(page.getByRole("alert").getByText(/^This link was used/)).toBeVisible();
  await expect.element(goOn).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Stay as it is here" }).click();
  await expect.element(page.getByText("Seated as lena")).toBeVisible();
});

test("[S54] a board opens by its cookie alone where scripts forgot it, and not where somebody did", async () => {
  const calls = stubServer({
    "POST /api/boards/7kq2m9/join": answers({ participantId: "robin", role: "participant" }),
  });
  const first = await open();
  await expect.element(page.getByText("Seated as robin")).toBeVisible();
  expect(calls[0]?.body).toEqual({});
  await first.unmount();
  vi.restoreAllMocks();

  stubServer({});
  await forgetBoard(board); // the server does not hear of it
  vi.restoreAllMocks();
  const later = stubServer({
    "POST /api/boards/7kq2m9/leave": answers({}),
    "POST /api/boards/7kq2m9/join": failure(401, "no-seat"),
  });
  await open();
  await expect
    .element(page.getByRole("heading", { name: "The key is missing from this link" }))
    .toBeVisible();
  expect(later[0]?.what).toBe("POST /api/boards/7kq2m9/leave");
});
