// Continuing on another device: what is shown, for how long, and how one learns that it worked.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { connect, RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import type { RequestAnswer } from "../room/asker.ts";
import { closePanel, openPanel } from "../screen/panels.ts";
import { clearToasts } from "../ui/toast.tsx";
import { DeviceDialog } from "./device-dialog.tsx";

const dialog = page.getByRole("dialog", { name: "Continue on another device" });
const secret = "device.k7Q2m9_xabcdefghijklmnopqrstuvwx";

const link = (expiresAt: number): RequestAnswer => ({
  ok: true,
  secret,
  link: undefined,
  expiresAt,
});

async function open(room: TestRoom) {
  const session = testSession({ me: "robin", ...room });
  await render(
    <RoomForTests session={session}>
      <DeviceDialog />
    </RoomForTests>,
  );
  openPanel("device");
  return session;
}

beforeEach(() => {
  closePanel();
  clearToasts();
});
afterEach(() => {
  closePanel();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("the link is made when the dialog opens: a code to scan, a link to copy, no secret to be read", async () => {
  const now = Date.UTC(2026, 10, 22, 14, 22);
  const session = await open({ onRequest: () => link(now + 600_000), now: () => now });
  await expect
    .element(dialog.getByRole("img", { name: "QR code that takes your seat to another device" }))
    .toBeVisible();
  await expect.element(dialog.getByText(/It works once, until/)).toBeVisible();
  expect(session.requests).toEqual([{ type: "newDeviceLink" }]);
  const written: string[] = [];
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation((text) => {
    written.push(text);
    return Promise.resolve();
  });
  await dialog.getByRole("button", { name: "Copy link" }).click();
  expect(written).toEqual([`${location.origin}/b/test-board#${secret}`]);
  expect(document.body.textContent).not.toContain(secret);
});

test("when the other device comes, the dialog says so, and still does when it goes again", async () => {
  const session = await open({ onRequest: () => link(Date.now() + 600_000) });
  await expect.element(dialog.getByText(/It works once/)).toBeVisible();
  const stranger = testSession({ me: "noa" });
  const phone = testSession({ me: "robin" });
  const partStranger = connect(session, stranger);
  await expect.element(dialog.getByText(/It works once/)).toBeVisible();
  const partPhone = connect(session, phone);
  await expect
    .element(dialog.getByText("Your other device is here. The link is used up."))
    .toBeVisible();
  phone.close();
  partPhone();
  partStranger();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect.element(dialog).not.toBeInTheDocument();
});

test("an expired link is replaced on request", async () => {
  let end = Date.now() - 1;
  const session = await open({ onRequest: () => link(end) });
  await expect.element(dialog.getByText("The link has expired.")).toBeVisible();
  end = Date.now() + 600_000;
  await dialog.getByRole("button", { name: "Make a new link" }).click();
  await expect.element(dialog.getByText(/It works once/)).toBeVisible();
  expect(session.requests).toHaveLength(2);
});

test("without the server it says so and can be tried again", async () => {
  let answer: RequestAnswer = { ok: false, code: "offline", message: "" };
  await open({ onRequest: () => answer });
  await expect
    .element(dialog.getByRole("alert"))
    .toHaveTextContent("The server does not answer. Check the connection and try again.");
  answer = link(Date.now() + 600_000);
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect.element(dialog.getByText(/It works once/)).toBeVisible();
});
