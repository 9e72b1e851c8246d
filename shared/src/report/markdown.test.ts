import { expect, test } from "vitest";
import type { Board } from "../board/board.ts";
import { cardText } from "../board/commands.ts";
import { groupWith } from "../board/group-commands.ts";
import { readBoardState } from "../board/projection.ts";
import { writePlainText } from "../board/rich-text.ts";
import { build, card, cardId, sameBits, section } from "../testing/build.ts";
import { checkoutErrors, checkoutPeople, event, piece } from "../testing/checkout-errors.ts";
import { cellsOf, chaptersOf, parseReport, tableUnder } from "../testing/parse-report.ts";
import type { Language } from "../words/index.ts";
import { boardMarkdown, type ReportOptions } from "./markdown.ts";

test("a full board reads as DOMAIN F lays it out", async () => {
  await expect(report(checkoutErrors())).toMatchFileSnapshot("golden/full.en.md.txt");
});

test("headings and labels come in German, words stay", async () => {
  await expect(report(checkoutErrors(), "de")).toMatchFileSnapshot("golden/full.de.md.txt");
});

test("with every option, a report holds check-in, check-out, parking, names, ids and another clock", async () => {
  const zone = { label: "Europe/Berlin", offsets: [{ from: 0, minutes: 60 }] };
  const options = { checkIn: true, checkOut: true, parking: true, names: true, frontMatter: true };
  await expect(report(checkoutErrors(), "en", { ...options, zone })).toMatchFileSnapshot(
    "golden/options.en.md.txt",
  );
});

test("empty sections are kept with a dash if somebody wants them", async () => {
  await expect(report(build(), "en", { keepEmpty: true })).toMatchFileSnapshot(
    "golden/empty.en.md.txt",
  );
});

test("an empty board is a title and the line on actions", () => {
  expect(report(build(), "en", {}, "")).toBe(
    "# Untitled post-mortem\n\n## Actions\n\nnone, because …\n",
  );
});

test("check-in, check-out, parking, names and ids stay out unless somebody wants them", () => {
  const markdown = report(checkoutErrors());
  const hidden = ["Curious", "Tired", "One dashboard for", "on call", "who watches", "card-", "p1"];
  expect(hidden.filter((words) => markdown.includes(words))).toEqual([]);
});

test("[G13] a group is its name with its notes below; without a name its notes stand one after the other", () => {
  const board = build(
    section("helped", ...["a", "b", "c", "d"].map((words) => card(words, {}, { id: words }))),
  );
  const put = (one: string, other: string, group: string, at: number) =>
    groupWith(board, {
      card: cardId(one),
      with: cardId(other),
      group: cardId(group),
      at,
      randomBit: sameBits(),
    });
  put("a", "c", "g", 1);
  put("b", "d", "h", 2);
  const name = cardText(board, cardId("g"));
  if (name) writePlainText(name, "Safe *guards*");
  expect(report(board, "en", {}, "T")).toContain(
    "### What helped us?\n\n- **Safe \\*guards\\***\n  - c\n  - a\n- d\n- b\n",
  );
});

test("several days have a row each, and events without a time come last", () => {
  const markdown = report(
    build(
      section(
        "timeline",
        event("2026-03-12T23:59", "impact_start", "first"),
        event(null, "observation", "somewhen"),
        event("~2026-03-13T00:01", "mitigated", "second"),
      ),
    ),
  );
  expect(cellsOf(tableUnder(chaptersOf(parseReport(markdown)), "Timeline"))).toEqual([
    ["Time (UTC)", "Kind", "Event", "Evidence"],
    ["2026-03-12", "", "", ""],
    ["23:59", "Impact starts", "first", "–"],
    ["2026-03-13", "", "", ""],
    ["~00:01", "Mitigated", "second", "–"],
    ["no time yet", "Observation", "somewhen", "–"],
  ]);
});

test("a mark on another day says which", () => {
  const facts = factsOf(
    event("2026-03-12T23:59", "impact_start", "first"),
    event("~2026-03-13T00:01", "mitigated", "second"),
  );
  expect(facts).toEqual({
    Date: "2026-03-12",
    Impact: "2026-03-12 23:59 – ~2026-03-13 00:01 UTC (~2 min)",
    "Mitigated / resolved": "~2026-03-13 00:01 UTC / unknown",
  });
});

test("an unknown mark is called unknown where its other half is known", () => {
  const facts = factsOf(
    event("2026-03-12T10:01", "impact_start", "first"),
    event("2026-03-12T10:40", "resolved", "last"),
  );
  expect(facts).toEqual({
    Date: "2026-03-12",
    Impact: "2026-03-12 10:01 UTC – unknown",
    "Mitigated / resolved": "unknown / 10:40 UTC",
  });
});

test("a mark that several people remember otherwise is called contested", () => {
  const facts = factsOf(
    event("2026-03-12T10:01", "impact_start", "first"),
    event("2026-03-12T10:05", "detected", "page"),
    event("~2026-03-12T10:03", "detected", "call"),
    event("2026-03-12T10:30", "impact_end", "over"),
    event("2026-03-12T10:31", "impact_end", "over, really"),
  );
  expect(facts).toEqual({
    Date: "2026-03-12",
    Impact: "2026-03-12 10:01 – 10:30 (contested, also 10:31) UTC (29 min)",
    Detected: "~10:03 UTC (~2 min after impact start; contested, also 10:05)",
  });
});

test("a signal before the impact says so, and an end before the start has no duration", () => {
  const facts = factsOf(
    event("2026-03-12T09:58", "detected", "disk warning"),
    event("2026-03-12T09:59", "mitigated", "mistyped"),
    event("2026-03-12T10:01", "impact_start", "first"),
  );
  expect(facts).toMatchObject({
    Impact: "2026-03-12 10:01 – 09:59 UTC",
    Detected: "09:58 UTC (3 min before impact start)",
  });
});

test("a removed card is in no report", () => {
  const board = build(section("helped", card("hidden", {}, { removedAt: 1 })));
  expect(report(board)).not.toContain("hidden");
});

test("evidence of a lesson stands behind it, and a scheme that must not be a link is text", () => {
  const evidence = [
    piece(1, { label: "graph", url: "https://grafana.example.com/d/abc?from=1&to=2" }),
    piece(2, { label: "notes", url: "file:///srv/notes.txt" }),
    piece(3, { label: "pod-1", text: "~~~\nWARN\n~~~~" }),
  ];
  const markdown = helped("The alert fired", { evidence });
  expect(markdown).toContain(
    "- The alert fired ([graph](https://grafana.example.com/d/abc?from=1&to=2), notes (file:///srv/notes.txt), E1)\n",
  );
  expect(markdown).toContain("**E1** pod-1\n\n~~~~~text\n~~~\nWARN\n~~~~\n~~~~~\n");
});

test("neither @names nor #numbers can ping: they are code, because GitHub takes no backslash for an answer", () => {
  expect(helped("@lena-b and shop/web#12, #7, but not a@b.de or C# or 12#a")).toContain(
    "- `@lena-b` and `shop/web#12`, `#7`, but not a\\@b.de or C\\# or 12\\#a\n",
  );
  const board = build(section("actions", card("Ask", { owner: "@tom" })));
  expect(report(board)).toContain("- [ ] Ask — **`@tom`**\n");
});

test("whatever could be markup is escaped, also where a careful parser would not need it", () => {
  expect(helped("a*b _c_ # < > [x] ~ `d` 1. + - \\ & &amp; www.e")).toContain(
    "- a\\*b \\_c\\_ \\# \\< \\> \\[x\\] \\~ \\`d\\` 1. + - \\ & \\&amp; www\\.e\n",
  );
});

test("web addresses in running text are links, and the sentence keeps its full stop", () => {
  expect(helped("See https://a.example/x_y?z=1&w=2. Then (http://b.example/c).")).toContain(
    "- See <https://a.example/x_y?z=1&w=2>. Then (<http://b.example/c>).\n",
  );
});

test("text that turns the writing direction cannot turn what comes after it", () => {
  const board = build(section("actions", card("abc\u202edef", { owner: "\u2066Lena" })));
  expect(report(board)).toContain("- [ ] abc\u202edef\u202c — **\u2066Lena\u2069**\n");
  expect(helped("\u202cשלום\u202b עולם\u202c")).toContain("- שלום\u202b עולם\u202c\n");
});

test("an owner whom nobody can see is none", () => {
  const board = build(section("actions", card("Ask", { owner: " \u200b\u202e" })));
  expect(report(board)).toContain("- [ ] Ask — **no owner yet**\n");
});

test("a card of 4,000 characters, and one of every control character, stay in their row", () => {
  const board = build(
    section(
      "timeline",
      event("2026-03-12T10:01", "alert", "x|".repeat(2000)),
      event("2026-03-12T10:02", "alert", "a\0b\u001b[31mc\u007fd\ud800e\tf\vg\u2028h\r\ni"),
    ),
  );
  const rows = cellsOf(tableUnder(chaptersOf(parseReport(report(board))), "Timeline"));
  expect(rows[1]?.[2]).toBe("x|".repeat(2000));
  expect(rows[2]?.[2]).toBe("a␀b␛[31mc␡d�e f g h i");
});

const report = (
  board: Board,
  language: Language = "en",
  options: ReportOptions = {},
  title = "Checkout errors after pool size change",
) =>
  boardMarkdown({
    board: readBoardState(board),
    control: { title, roster: checkoutPeople },
    language,
    options,
  });

const helped = (words: string, more: Parameters<typeof card>[2] = {}) =>
  report(build(section("helped", card(words, {}, more))));

/** The table under the title of a board with these events. */
function factsOf(...events: ReturnType<typeof event>[]): Record<string, string> {
  const [title] = chaptersOf(parseReport(report(build(section("timeline", ...events)))));
  const [table] = title?.content ?? [];
  return table?.type === "table" ? Object.fromEntries(cellsOf(table).slice(1)) : {};
}
