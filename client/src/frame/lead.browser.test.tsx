// What whoever leads presses in the dock: the step of the phase first, the next phase second, and what is asked before.
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { RoomForTests, testSession } from "../room/testing.tsx";
import { useBeforeMoving } from "../screen/before-moving.ts";
import { useLook } from "../screen/look.ts";
import { useDockStep, type DockStep } from "../screen/dock-step.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { Lead } from "./lead.tsx";

beforeEach(() => page.viewport(1440, 900));

function Phase({ step }: { readonly step: DockStep | undefined }) {
  useDockStep(step);
  return null;
}

function Gate({ answers }: { readonly answers: boolean[] }) {
  const [asked, setAsked] = useState(0);
  useBeforeMoving(() => {
    setAsked((times) => times + 1);
    return answers.shift() ?? true;
  });
  return <output aria-label="asked">{asked}</output>;
}

async function show(step: DockStep | undefined, answers: boolean[] = []) {
  const session = testSession({ me: "noa", phase: "timeline" });
  const shown = await render(
    <RoomForTests session={session}>
      <div className="mt-64 flex justify-end">
        <Phase step={step} />
        <Gate answers={answers} />
        <Lead isAlone={false} />
      </div>
      <LiveRegion />
    </RoomForTests>,
  );
  return { session, shown };
}

test("[D1] a step inside the phase is the primary button and does what it says; without one the next phase is", async () => {
  const run = vi.fn();
  await show({ label: "Next event", run });
  await page.getByRole("button", { name: "Next event" }).click();
  expect(run).toHaveBeenCalledOnce();
  await expect.element(page.getByRole("button", { name: /Summary/ })).toBeVisible();
});

test("[D2] a step that asks once says first what would be cut short, and does it at the second press", async () => {
  const run = vi.fn();
  const askOnce = "4 are still writing. Press again to reveal.";
  await show({ label: "Reveal 19 notes", askOnce, run });
  const button = page.getByRole("button", { name: "Reveal 19 notes" });
  await button.click();
  await expect.element(page.getByText(askOnce).first()).toBeVisible();
  expect(run).not.toHaveBeenCalled();
  await button.click();
  expect(run).toHaveBeenCalledOnce();
});

test("[D5] Ctrl + Enter presses the primary button, whatever has the focus; what moves everyone asks once", async () => {
  const run = vi.fn();
  const { shown } = await show({ label: "Next event", run });
  (page.getByRole("button", { name: /back to/ }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(run).toHaveBeenCalledOnce();
  await shown.unmount();
  const { session } = await show(undefined);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .element(page.getByText("Press again to move everyone to Summary.").first())
    .toBeVisible();
  expect(session.requests).toEqual([]);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => session.requests).toMatchObject([{ type: "advance" }]);
});

test("[D3] whatever wants to be asked before the meeting moves is asked; who says stay, stays", async () => {
  const { session } = await show(undefined, [false, true]);
  const next = page.getByRole("button", { name: /Summary/ });
  await next.click();
  await expect.element(page.getByLabelText("asked")).toHaveTextContent("1");
  expect(session.requests).toEqual([]);
  await next.click();
  await expect.poll(() => session.requests).toMatchObject([{ type: "advance" }]);
});

test("[D4] whoever leads goes with the meeting, unless they look elsewhere before the server has answered", async () => {
  const { look } = useLook.getState();
  let meanwhile = () => look("check-in");
  const session = testSession({
    me: "noa",
    phase: "timeline",
    onRequest: () => {
      meanwhile();
      return { ok: true, secret: undefined, link: undefined };
    },
  });
  await render(
    <RoomForTests session={session}>
      <Lead isAlone={false} />
    </RoomForTests>,
  );
  look("prepare");
  await page.getByRole("button", { name: /Summary/ }).click();
  await expect.poll(() => session.requests).toHaveLength(1);
  expect(useLook.getState().lookingAt).toBe("check-in");
  meanwhile = () => {};
  await page.getByRole("button", { name: /Summary/ }).click();
  await expect.poll(() => useLook.getState().lookingAt).toBeUndefined();
});
