// Who leads, who comes in, and being asked to come along: what each of them sees, and what a press asks the server.
import type { ReactNode } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { BoardTop } from "../frame/board-top.tsx";
import { MeetingDock } from "../frame/meeting-dock.tsx";
import PersonDetails from "../panels/person-details.tsx";
import {
  connect,
  participantId,
  putCard,
  RoomForTests,
  testSession,
  type TestRoom,
  type TestSession,
} from "../room/testing.tsx";
import { useLook } from "../screen/look.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { ToastRegion } from "../ui/toast.tsx";

beforeEach(async () => {
  await page.viewport(1440, 900);
  useLook.setState({ lookingAt: undefined });
});

let clock = 1_000;
/** Later than whatever was answered before. */
const nextMoment = () => (clock += 1_000);

async function open(room: TestRoom, inMain?: ReactNode): Promise<TestSession> {
  const session = testSession({ phase: "timeline", ...room });
  await render(
    <RoomForTests session={session}>
      <BoardTop />
      <main>
        <h1>Page</h1>
        <textarea aria-label="Writing" />
        {inMain}
      </main>
      <MeetingDock />
      <ToastRegion />
      <LiveRegion />
    </RoomForTests>,
  );
  return session;
}

const knock = (session: TestSession, id: string, name: string, at: number, role = "participant") =>
  session.control.door.set(id, { name, role, at, turnedAwayAt: null });

test("[L4] a facilitator sees who waits, who came first first, and lets them in or says not now", async () => {
  const session = await open({ me: "noa" });
  knock(session, "eve", "Eve", 20);
  knock(session, "kim", "Kim", 10, "observer");
  const line = page.getByRole("group", { name: "At the door" });
  await expect
    .element(line.getByText(/Kim wants to come in and read along. 1 more waits./).first())
    .toBeVisible();
  await expect.element(page.getByText("Kim waits at the door.")).toBeInTheDocument();
  await line.getByRole("button", { name: "Let in Kim" }).click();
  session.control.door.delete("kim");
  await expect.element(line.getByText(/Eve wants to come in./).first()).toBeVisible();
  await line.getByRole("button", { name: "Not now" }).click();
  knock(session, "kim", "Kim", 30);
  await line.getByRole("button", { name: "Let in all 2" }).click();
  expect(session.requests).toEqual([
    { type: "letIn", participant: "kim" },
    { type: "turnAway", participant: "eve" },
    { type: "letIn", participant: "eve" },
    { type: "letIn", participant: "kim" },
  ]);
});

test("[L4] nobody else is bothered with the door", async () => {
  const session = await open({ me: "robin" });
  knock(session, "eve", "Eve", 20);
  await expect.element(page.getByRole("button", { name: "Park an idea" })).toBeVisible();
  expect(page.getByText("Eve").elements()).toEqual([]);
});

test("[L2] when the server says that nobody leads, whoever takes part may step in; not while one who leads is seen", async () => {
  const session = await open({ me: "robin" });
  session.control.lead.set("leaderlessAt", 50);
  const line = page.getByRole("group", { name: "Nobody who leads is here" });
  await line.getByRole("button", { name: "Step in and lead" }).click();
  expect(session.requests).toEqual([{ type: "stepIn" }]);
  const noa = testSession({ me: "noa" });
  const part = connect(session, noa);
  await expect.element(line).not.toBeInTheDocument();
  part();
  noa.awareness.destroy();
});

test("[L2] whoever does not want to is not asked again for this time", async () => {
  const session = await open({ me: "robin" });
  session.control.lead.set("leaderlessAt", 50);
  await page.getByRole("button", { name: "Not me" }).click();
  await expect
    .element(page.getByRole("button", { name: "Step in and lead" }))
    .not.toBeInTheDocument();
  session.control.lead.set("leaderlessAt", null);
  session.control.lead.set("leaderlessAt", 90);
  await expect.element(page.getByRole("button", { name: "Step in and lead" })).toBeVisible();
});

test("[L2] the board says who stepped in, also to the facilitator who comes back", async () => {
  localStorage.clear();
  const session = await open({ me: "robin" });
  session.control.roster.set("ida", {
    name: "Ida",
    role: "facilitator",
    joinOrder: 2,
    joinedAt: 2,
  });
  session.control.lead.set("steppedIn", { by: "ida", at: 60 });
  await expect.element(page.getByText("Ida has stepped in and leads now.").first()).toBeVisible();
});

test("[L2] a facilitator who was away reads it on the dock until they have seen it", async () => {
  localStorage.clear();
  const session = await open({
    me: "noa",
    people: [
      { id: "noa", name: "Noa", role: "facilitator" },
      { id: "robin", name: "Robin", role: "facilitator" },
    ],
  });
  session.control.lead.set("steppedIn", { by: "robin", at: 60 });
  const line = page.getByRole("group", { name: "Somebody stepped in" });
  await expect
    .element(line.getByText(/Robin stepped in while nobody who leads was here./).first())
    .toBeVisible();
  await line.getByRole("button", { name: "All right" }).click();
  await expect.element(line).not.toBeInTheDocument();
});

test("[L1] leading together, handing over and going back are said by name; the last who leads is told why not", async () => {
  const session = testSession({ me: "noa" });
  await render(
    <RoomForTests session={session}>
      <section aria-label="Robin">
        <PersonDetails id={participantId("robin")} />
      </section>
      <section aria-label="Noa">
        <PersonDetails id={participantId("noa")} />
      </section>
    </RoomForTests>,
  );
  const robin = page.getByRole("region", { name: "Robin" });
  const noa = page.getByRole("region", { name: "Noa" });
  const back = noa.getByRole("button", { name: "Back to taking part" });
  await expect
    .element(back)
    .toHaveAccessibleDescription("Somebody has to lead: hand over to another first.");
  await robin.getByRole("button", { name: "Lead together" }).click();
  await robin.getByRole("button", { name: "Hand over …" }).click();
  await robin.getByRole("button", { name: "Keep leading" }).click();
  await robin.getByRole("button", { name: "Hand over …" }).click();
  await robin.getByRole("button", { name: "Hand over to Robin" }).click();
  session.control.roster.set("robin", {
    name: "Robin",
    role: "facilitator",
    joinOrder: 1,
    joinedAt: 1,
  });
  await back.click();
  expect(session.requests).toEqual([
    { type: "setRole", participant: "robin", role: "facilitator" },
    { type: "handOver", participant: "robin" },
    { type: "setRole", participant: "noa", role: "participant" },
  ]);
});

test("[L8] everyone to me asks for the phase on this screen", async () => {
  const session = await open({ me: "noa" });
  await page.getByRole("button", { name: "Everyone to me" }).click();
  expect(session.requests).toEqual([{ type: "gather", phase: "timeline" }]);
  await expect
    .element(page.getByText("Everyone is asked to come to Timeline.").first())
    .toBeVisible();
});

const asks = (session: TestSession, phase: string, item: string | null = null) => {
  const at = nextMoment();
  session.control.lead.set("gathering", { by: "noa", at, phase, item });
};
const asked = (place: string) => page.getByRole("group", { name: `Noa asks everyone to ${place}` });

test("[L8] what the group looks at is where they are asked to, if it is on this screen; whoever sees it is not asked", async () => {
  const event = "event1";
  const row = (
    <p data-row={event} className="p-4">
      Fail forward
    </p>
  );
  const noa = await open({ me: "noa" }, row);
  noa.control.focus.set("spotlight", { item: event, since: 1, by: "noa" });
  await page.getByRole("button", { name: "Everyone to me" }).click();
  expect(noa.requests).toEqual([{ type: "gather", phase: "timeline", item: event }]);
  await cleanup();
  const robin = await open({ me: "robin" }, row);
  asks(robin, "timeline", event);
  asks(robin, "lessons", event);
  await expect.element(page.getByRole("button", { name: "Go there" })).toBeVisible();
  asks(robin, "timeline", event);
  await expect.element(page.getByRole("button", { name: "Go there" })).not.toBeInTheDocument();
});

test("[L8] the pill asks, leads to the event when it is pressed, and takes nobody away from what they type", async () => {
  const session = await open({ me: "robin", phase: "lessons" });
  const event = putCard(session.board, "timeline", "Fail forward", {
    fields: { when: { at: Date.UTC(2018, 9, 21, 23, 15), approx: false }, kind: "decision" },
  });
  const writing = page.getByRole("textbox", { name: "Writing" });
  await writing.click();
  await userEvent.keyboard("Half a sen");
  asks(session, "timeline", event);
  await expect.element(page.getByText(/Noa asks everyone to event \d\d:15/).first()).toBeVisible();
  await userEvent.keyboard("tence");
  await expect.element(writing).toHaveValue("Half a sentence");
  expect(useLook.getState().lookingAt).toBeUndefined();
  await page.getByRole("button", { name: "Go there" }).click();
  expect(useLook.getState().lookingAt).toBe("timeline");
  await expect.element(page.getByRole("button", { name: "Go there" })).not.toBeInTheDocument();
});

test("[L8] Esc closes it and the meeting's own pill stands again; the next press asks anew; a move ends it", async () => {
  const session = await open({ me: "robin", phase: "timeline" });
  useLook.setState({ lookingAt: "actions" });
  const elsewhere = page.getByRole("group", { name: "Meeting is at Timeline" });
  await expect.element(elsewhere).toBeVisible();
  asks(session, "lessons");
  await expect.element(asked("Lessons")).toBeVisible();
  await expect.element(elsewhere).not.toBeInTheDocument();
  await userEvent.keyboard("{Escape}");
  await expect.element(asked("Lessons")).not.toBeInTheDocument();
  await expect.element(elsewhere).toBeVisible();
  asks(session, "lessons");
  await expect.element(asked("Lessons")).toBeVisible();
  session.control.meeting.set("phaseSince", nextMoment());
  await expect.element(asked("Lessons")).not.toBeInTheDocument();
});

test("[L8] whoever is there already, asked it, or came later is not asked", async () => {
  const session = await open({ me: "robin", phase: "timeline" });
  asks(session, "timeline");
  await expect.element(page.getByRole("button", { name: "Park an idea" })).toBeVisible();
  expect(asked("Timeline").elements()).toEqual([]);
  session.control.lead.set("gathering", { by: "robin", at: nextMoment(), phase: "lessons" });
  session.control.lead.set("gathering", { by: "noa", at: 0.5, phase: "lessons" });
  await expect.element(page.getByRole("button", { name: "Go there" })).not.toBeInTheDocument();
});
