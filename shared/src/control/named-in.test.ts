// Who may say that a note is about them: not whoever calls themselves like a word in it once they have read it.
import { expect, test } from "vitest";
import * as Y from "yjs";
import { participantId } from "../testing/build.ts";
import { openControl } from "./control.ts";
import { isFriendlyName } from "./friendly-name.ts";
import { isNamedIn } from "./named-in.ts";
import { admit, setName, welcomeBack } from "./people.ts";
import { readControl } from "./projection.ts";

const eve = participantId("eve");

function arrived(name: string) {
  const control = openControl(new Y.Doc());
  admit(control, { id: eve, name, role: "participant" }, 10);
  const isNamed = (text: string, writtenAt: number) => {
    const person = readControl(control).roster[eve];
    return person !== undefined && isNamedIn(person, text, writtenAt);
  };
  return { control, isNamed };
}

test("[Z2] the name that somebody came with counts, in notes from before too", () => {
  const { isNamed } = arrived("Priya");
  expect(isNamed("Priya did it", 5)).toBe(true);
  expect(isNamed("Priya did it", 15)).toBe(true);
  expect(isNamed("The runbook did it", 15)).toBe(false);
});

test("[Z2] a name that was taken on later counts in what was written after that, however it was taken on", () => {
  for (const rename of [
    ({ control }: ReturnType<typeof arrived>) => setName(control, eve, "Runbook", 20),
    ({ control }: ReturnType<typeof arrived>) => welcomeBack(control, eve, { name: "Runbook" }, 20),
  ]) {
    const one = arrived("Priya");
    rename(one);
    expect(one.isNamed("Runbook missing", 15)).toBe(false);
    expect(one.isNamed("Runbook missing", 20)).toBe(false);
    expect(one.isNamed("Runbook missing", 21)).toBe(true);
    expect(one.isNamed("Priya did it", 21)).toBe(false);
    setName(one.control, eve, "Priya", 30); // back again is taken on as well
    expect(one.isNamed("Priya did it", 15)).toBe(false);
  }
});

test("[Z2] the first name of their own counts as if they had come with it", () => {
  const { control, isNamed } = arrived("Quiet Heron 2");
  setName(control, eve, "Priya", 20);
  expect(isNamed("Priya did it", 15)).toBe(true);
  setName(control, eve, "Stiller Reiher", 25);
  setName(control, eve, "Runbook", 30);
  expect(isNamed("Runbook missing", 15)).toBe(false);
});

test("friendly names are known, in every language, and nothing else is", () => {
  expect(["Quiet Heron", "Netter Specht", "Kind Robin 12"].map(isFriendlyName)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    ["Quiet", "Quiet Specht", "Heron Quiet", "Quiet Heron Priya", ""].map(isFriendlyName),
  ).toEqual([false, false, false, false, false]);
});
