// What the pill says of how this browser stands with the server, and when.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Connection } from "../room/connection.ts";
import { RoomForTests, testSession, type TestRoom } from "../room/testing.tsx";
import { useShell } from "../screen/shell.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { Status } from "./status.tsx";

const pending: Connection["pending"] = [{ kind: "text", target: "summary", at: 0 }];

beforeEach(async () => {
  useShell.setState({ canReopen: true });
  await page.viewport(1440, 900);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.runAllTimers(); // the voice is one for all tests, and what is said sets the time for what follows
  vi.useRealTimers();
});

async function show(room: TestRoom = {}) {
  const session = testSession(room);
  await render(
    <RoomForTests session={session}>
      <Status />
      <LiveRegion />
    </RoomForTests>,
  );
  return async (change: Partial<Connection>) => {
    session.connection.set({ ...session.connection.get(), ...change });
    await vi.advanceTimersByTimeAsync(0);
  };
}

const expectPill = (words: string) => expect.element(page.getByRole("button", { name: words }));
const expectSaid = (words: string) => expect.element(page.getByText(words)).toBeInTheDocument();

test("[P7] connected and unconfirmed for five seconds, the pill says that it is not saved, and then that it is", async () => {
  const set = await show();
  await set({ pending, unconfirmed: 7 });
  await vi.advanceTimersByTimeAsync(4_000);
  await set({ pending, unconfirmed: 8 }); // the older one is on disk
  await vi.advanceTimersByTimeAsync(4_000);
  await expectPill("Saving …").toBeVisible();
  await vi.advanceTimersByTimeAsync(1_000);
  await expectPill("Not saved yet. Keep this tab open.").toBeVisible();
  await expectSaid("Connected, but not saved yet: keep this tab open.");
  await set({ pending: [], unconfirmed: undefined });
  await expectPill("Saved on the server").toBeVisible();
  await vi.advanceTimersByTimeAsync(3_000); // sentences are spoken in batches
  await expectSaid("Everything is saved again.");
});

test("[P7] without the connection it is offline, however long something is unconfirmed", async () => {
  const set = await show({ connection: { pending, unconfirmed: 1 } });
  await vi.advanceTimersByTimeAsync(5_000);
  await expectPill("Not saved yet. Keep this tab open.").toBeVisible();
  await set({ isOnline: false });
  await expectPill("Offline – 1 change kept here").toBeVisible();
  await set({ isOnline: true, unconfirmed: undefined });
  await expectPill("Back. Sending 1 change …").toBeVisible();
});

test("nothing that waits is not saved: what others wrote is their own", async () => {
  await show({ connection: { unconfirmed: 1 } });
  await vi.advanceTimersByTimeAsync(60_000);
  await expectPill("Saved on the server").toBeVisible();
});

test("whoever only reads is not told that refused changes are being saved", async () => {
  await show({ me: "ida", connection: { pending, unconfirmed: 1 } });
  await vi.advanceTimersByTimeAsync(60_000);
  await expectPill("Reading along").toBeVisible();
});

test("[O6] offline, and without the server the address would not open again: the tab must stay open", async () => {
  useShell.setState({ canReopen: false });
  const set = await show({ connection: { pending } });
  await set({ isOnline: false });
  await expectPill("Offline – 1 change kept here. Keep this tab open.").toBeVisible();
  await vi.advanceTimersByTimeAsync(3_000); // sentences are spoken in batches
  await expectSaid("Offline. What you write is kept here: keep this tab open.");
  useShell.setState({ canReopen: true });
  await expectPill("Offline – 1 change kept here").toBeVisible();
  await set({ keepsCopies: false });
  await expectPill("Offline – 1 change kept here. Keep this tab open.").toBeVisible();
});
