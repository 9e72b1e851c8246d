import { beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { RoomForTests, testSession, type TestRoom, type TestSession } from "../room/testing.tsx";
import { closePanel, openPanel, usePanel, type Panel } from "../screen/panels.ts";
import { openVoteDialog, useVoteDialog } from "../voting/vote-dialog-state.ts";
import { useCloseGroundless } from "./use-close-groundless.ts";

beforeEach(closePanel);

function Page() {
  useCloseGroundless();
  return null;
}

async function show(room: TestRoom = {}): Promise<TestSession> {
  const session = testSession({ me: "noa", ...room });
  await render(
    <RoomForTests session={session}>
      <Page />
    </RoomForTests>,
  );
  return session;
}

const demote = (session: TestSession) =>
  session.control.roster.set("noa", {
    ...Object(session.control.roster.get("noa")),
    role: "participant",
  });

const stillOpen = () => usePanel.getState().open;

test("[D6] what only a facilitator does closes for whoever does not lead any more; what is read stays", async () => {
  const session = await show();
  openPanel("links");
  openVoteDialog();
  demote(session);
  await expect.poll(stillOpen).toBeUndefined();
  await expect.poll(() => useVoteDialog.getState().isOpen).toBe(false);
  const staying: readonly Panel[] = ["agenda", "announce", "people", "export"];
  for (const panel of staying) {
    openPanel(panel);
    await expect.poll(stillOpen).toBe(panel);
  }
});

test("[D6] what ends a meeting closes once the board is sealed, and everything once the visit is over", async () => {
  const session = await show();
  openPanel("ending");
  session.control.meeting.set("seal", { by: "noa", at: 1 });
  await expect.poll(stillOpen).toBeUndefined();
  openPanel("people");
  await expect.poll(stillOpen).toBe("people");
  session.connection.set({ ...session.connection.get(), ending: "no-seat" });
  await expect.poll(stillOpen).toBeUndefined();
});
