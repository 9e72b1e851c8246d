import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { answers, stubServer } from "../room/testing-server.ts";
import { RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { SignedInPeople } from "./signed-in-people.tsx";

afterEach(() => {
  vi.restoreAllMocks();
});

const summary = { title: "", phase: "prepare", sealed: false, participants: [] };
const theChoice = () => page.getByRole("checkbox", { name: /^Everybody who is signed in/ });

async function show(room: TestRoom, signedInAs: string | undefined) {
  const calls = stubServer({
    "GET /api/boards/test-board": answers({ ...summary, ...(signedInAs && { signedInAs }) }),
  });
  const session = testSession(room);
  await render(
    <RoomForTests session={session}>
      <SignedInPeople />
    </RoomForTests>,
  );
  await expect.poll(() => calls).toHaveLength(1);
  return session;
}

test("a facilitator opens the board to everybody who is signed in, and gets its address", async () => {
  const session = await show({ me: "noa" }, "Noa");
  await page.getByText(/^Everybody who is signed in/).click();
  expect(session.requests).toEqual([{ type: "admitSignedIn", admit: true }]);
  session.control.meeting.set("admitsSignedIn", true);
  await expect.element(theChoice()).toBeChecked();
  await expect.element(page.getByRole("button", { name: "Copy the address" })).toBeVisible();
});

test("others see whether it is open, and who can change that", async () => {
  const session = await show({ me: "robin" }, "Robin");
  await expect.element(theChoice()).toHaveAccessibleDescription("A facilitator does this.");
  await page.getByText(/^Everybody who is signed in/).click();
  expect(session.requests).toEqual([]);
});

test("where there is no sign-in nothing is offered", async () => {
  await show({ me: "noa" }, undefined);
  await expect.element(theChoice()).not.toBeInTheDocument();
});
