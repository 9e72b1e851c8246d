import { describe, expect, test } from "vitest";
import { evidenceTypeOf, isSafeUrl, readEvidence } from "./evidence.ts";

test("pieces are read in the order they were added, then by id", () => {
  const piece = { type: "log", label: "", url: null, text: null };
  const read = readEvidence([
    ["c", { ...piece, addedAt: 2 }],
    ["b", { ...piece, addedAt: 1 }],
    ["a", { ...piece, addedAt: 2 }],
  ]);
  expect(read.map(({ id }) => id)).toEqual(["b", "a", "c"]);
});

test("[R3] what cannot be read in a piece takes its default; what is no piece is left out", () => {
  const read = readEvidence([
    ["odd", { type: "hologram", label: 3, url: [], text: {}, addedAt: Number.NaN }],
    ["far", { addedAt: 1e300 }],
    ["none", "text"],
    ["not an id", {}],
    ["__proto__", {}],
  ]);
  const byDefault = { type: "link", label: "", url: null, text: null, addedAt: 0 };
  expect(read).toEqual([
    { id: "far", ...byDefault },
    { id: "odd", ...byDefault },
  ]);
});

test.each([
  ["https://acme.slack.com/archives/C1/p2", "chat"],
  ["https://acme.pagerduty.com/incidents/1", "alert"],
  ["https://gitlab.com/a/b/-/merge_requests/1", "change"],
  ["https://github.com/a/b/actions/runs/1", "build"],
  ["https://grafana.acme.org/d/1", "metric"],
  ["https://github.com/a/b/issues/1", "ticket"],
  ["https://acme.org/app.LOG", "log"],
  ["https://docs.google.com/document/d/1", "document"],
  ["https://acme.org/", "link"],
  ["", "link"],
])("%s leads to a %s", (url, type) => expect(evidenceTypeOf(url)).toBe(type));

describe("what may be a link", () => {
  test.each(["https://a.org", "HTTP://a.org/?q=1#x", "mailto:ada@a.org"])("%s may", (url) =>
    expect(isSafeUrl(url)).toBe(true),
  );
  test.each([
    "javascript:alert(1)",
    " https://a.org",
    "https://a.org\njavascript:alert(1)",
    "data:text/html,x",
    "https:a.org",
    "//a.org",
    "vbscript:x",
    "",
  ])("%j may not", (url) => expect(isSafeUrl(url)).toBe(false));
});
