import { expect, test } from "vitest";
import { find, mostShown } from "./find.ts";

const names = ["Look at Timeline", "Start the timer", "Time zone", "Résumé der Übergabe"].map(
  (name) => ({ name }),
);
const found = (query: string) => find(names, query).map(({ name }) => name);

test("[Z14] each word stands somewhere in the name, whatever its case and accents", () => {
  expect(found("TIMER start")).toEqual(["Start the timer"]);
  expect(found("resume uber")).toEqual(["Résumé der Übergabe"]);
  expect(found("nothing")).toEqual([]);
  expect(found("  ")).toHaveLength(names.length);
});

test("[Z14] what begins with it comes first, then where a word does; no more than can be read are shown", () => {
  expect(found("time")).toEqual(["Time zone", "Look at Timeline", "Start the timer"]);
  const many = Array.from({ length: 200 }, (_, index) => ({ name: `Note ${index}` }));
  expect(find(many, "note")).toHaveLength(mostShown);
});
