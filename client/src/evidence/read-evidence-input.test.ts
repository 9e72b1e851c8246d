import { expect, test } from "vitest";
import { readEvidenceInput } from "./read-evidence-input.ts";

test.each([
  ["https://gitlab.example.com/shop/config/-/merge_requests/812", "change", "MR !812"],
  ["https://github.com/o/r/issues/7", "ticket", "#7"],
  ["https://tracker.example.com/browse/CFG-118", "ticket", "CFG-118"],
  ["https://grafana.example.com/d/abc", "metric", "grafana.example.com"],
  ["www.example.com/x", "link", "example.com"],
  ["mailto:ops@example.com", "link", "ops@example.com"],
])("%s is a link of kind %s, called %s", (input, type, label) => {
  expect(readEvidenceInput(` ${input}\n`)).toMatchObject({ type, label, text: null });
});

test("an address with another scheme stays what it is, and is no label of a host", () => {
  expect(readEvidenceInput("javascript:alert(1)")).toEqual({
    type: "link",
    label: "javascript:alert(1)",
    url: "javascript:alert(1)",
    text: null,
  });
});

test("pasted text stays whole", () => {
  const log = "  WARN pool exhausted\n\tat x\n\n";
  expect(readEvidenceInput(log)).toMatchObject({ url: null, text: log });
  expect(readEvidenceInput("https://a.example and more")).toMatchObject({ url: null });
});

test("nothing is nothing", () => {
  expect(readEvidenceInput(" \n ")).toBeUndefined();
});
