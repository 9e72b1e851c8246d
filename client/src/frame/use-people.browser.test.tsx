// Who is shown as writing, and when nobody is.
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { connect, RoomForTests, testSession } from "../room/testing.tsx";
import { usePeople } from "./use-people.ts";

const Writers = () => (
  <p>
    writing:
    {usePeople()
      .filter((person) => person.isWriting)
      .map(({ name }) => ` ${name}`)}
  </p>
);

test("[W12] nobody is shown as writing while the meeting's phase has a hidden column", async () => {
  const robin = testSession({ phase: "lessons" });
  const noa = testSession({ me: "noa" });
  connect(robin, noa);
  const setHidden = (isHidden: boolean) =>
    robin.control.writing.set("helped", { round: 1, isHidden });
  setHidden(true);
  const screen = await render(
    <RoomForTests session={robin}>
      <Writers />
    </RoomForTests>,
  );
  noa.setEditing("summary");
  await expect.element(screen.getByText("writing:", { exact: true })).toBeVisible();
  setHidden(false);
  await expect.element(screen.getByText("writing: Noa")).toBeVisible();
  setHidden(true);
  await expect.element(screen.getByText("writing:", { exact: true })).toBeVisible();
  // at another phase a hidden column that waits for later hides nobody
  robin.control.meeting.set("phase", "summary");
  await expect.element(screen.getByText("writing: Noa")).toBeVisible();
});
