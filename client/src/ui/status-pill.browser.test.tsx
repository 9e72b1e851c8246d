import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { StatusPill, type StatusState } from "./status-pill.tsx";
import { renderUi } from "./testing.tsx";

// The wording of the pill is part of the design: these are its exact words.
const wording: readonly [StatusState, string, string][] = [
  [{ kind: "saved" }, "Saved on the server", "Auf dem Server gespeichert"],
  [{ kind: "saving" }, "Saving …", "Wird gespeichert …"],
  [
    { kind: "not-saved" },
    "Not saved yet. Keep this tab open.",
    "Nicht gespeichert. Lass den Tab offen.",
  ],
  [
    { kind: "offline", waiting: 3 },
    "Offline – 3 changes kept here",
    "Offline – 3 Änderungen liegen hier",
  ],
  [
    { kind: "offline", waiting: 1 },
    "Offline – 1 change kept here",
    "Offline – 1 Änderung liegt hier",
  ],
  [{ kind: "offline", waiting: 0 }, "Offline – nothing waiting", "Offline – nichts offen"],
  [
    { kind: "offline", waiting: 3, keepOpen: true },
    "Offline – 3 changes kept here. Keep this tab open.",
    "Offline – 3 Änderungen liegen hier. Lass den Tab offen.",
  ],
  [
    { kind: "returning", waiting: 3 },
    "Back. Sending 3 changes …",
    "Wieder da. 3 Änderungen werden gesendet …",
  ],
  [
    { kind: "sealed" },
    "Sealed. A facilitator can reopen it.",
    "Versiegelt. Die Moderation kann wieder öffnen.",
  ],
  [{ kind: "not-kept" }, "Not kept on this device", "Auf diesem Gerät nicht gesichert"],
];

for (const [state, english, german] of wording)
  test(`the status pill says “${english}”`, async () => {
    await page.viewport(1440, 900);
    await renderUi(<StatusPill state={state} />);
    await expect.element(page.getByText(english, { exact: true }).first()).toBeVisible();
    await renderUi(<StatusPill state={state} />, "de");
    await expect.element(page.getByText(german, { exact: true }).first()).toBeVisible();
  });

test("on a phone the pill is short", async () => {
  await page.viewport(360, 700);
  await renderUi(<StatusPill state={{ kind: "saved" }} />);
  await expect.element(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect.element(page.getByText("Saved on the server")).not.toBeVisible();
});
