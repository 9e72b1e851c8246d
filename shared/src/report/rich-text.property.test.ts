import fc from "fast-check";
import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { isSafeUrl } from "../board/evidence.ts";
import { readBoardState, type BoardState } from "../board/projection.ts";
import {
  plainText,
  type Block,
  type Inline,
  type Mark,
  type RichText,
} from "../board/rich-text.ts";
import { build, card, section } from "../testing/build.ts";
import { hostileText, hostileUrl } from "../testing/hostile-text.ts";
import {
  bareWords,
  cellsOf,
  chaptersOf,
  contentUnder,
  everyNode,
  headingsOf,
  listUnder,
  parseReport,
  readText,
  straysIn,
  tableUnder,
} from "../testing/parse-report.ts";
import { boardMarkdown } from "./markdown.ts";

test("formatted text keeps every word and makes no block but those that were set", () => {
  fc.assert(
    fc.property(anyRichText(), (summary) => {
      const root = parseReport(report(summary, []));
      expect(straysIn(root)).toEqual([]);
      const chapters = chaptersOf(root);
      expect(headingsOf(chapters)[0]).toBe(isBlank(summary) ? "2 Timeline" : "2 Summary");
      const content = contentUnder(chapters, "Summary");
      expect(new Set(content.flatMap(blockTypes))).toEqual(new Set(blockTypesIn(summary)));
      expect(content.map((node) => bareWords(readText(node))).join("")).toBe(wordsIn(summary));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("formatted text in a row or an item stays in its line, with every word", () => {
  fc.assert(
    fc.property(anyRichText(), (text) => {
      const root = parseReport(report([], text));
      expect(straysIn(root)).toEqual([]);
      const chapters = chaptersOf(root);
      const rows = cellsOf(tableUnder(chapters, "Timeline"));
      expect(rows.map((row) => row.length)).toEqual([4, 4]);
      expect(bareWords(rows[1]?.[2] ?? "")).toBe(wordsIn(text) || "–");
      const list = listUnder(chapters, "What helped us?");
      expect(blockTypes(list)).toEqual(["bulletList", "listItem", "paragraph"]);
      expect(everyNode(list).map(({ type }) => type)).not.toContain("break");
      expect(bareWords(readText(list))).toBe(wordsIn(text) || "–");
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("[found by chance] one address with and without blanks around it is one link", () => {
  const linked = (href: string): Inline => ({
    type: "text",
    text: "|",
    marks: [{ type: "link", href }],
  });
  const content = [linked("data:text/html,"), linked("data:text/html,\uFEFF")];
  const list = listUnder(
    chaptersOf(parseReport(report([], [{ type: "paragraph", content }]))),
    "What helped us?",
  );
  expect(readText(list)).toBe("|| (data:text/html,)");
});

test("[found by chance] code spans that a given-up mark had parted are one", () => {
  const marked = (words: string, ...types: readonly ("bold" | "italic" | "code")[]): Inline => ({
    type: "text",
    text: words,
    marks: types.map((type) => ({ type })),
  });
  const content = [
    marked("\u202e|", "bold"),
    marked("|", "code", "bold", "italic"),
    marked("|", "bold", "code"),
  ];
  const chapters = chaptersOf(parseReport(report([], [{ type: "paragraph", content }])));
  expect(bareWords(cellsOf(tableUnder(chapters, "Timeline"))[1]?.[2] ?? "")).toBe("|||");
  expect(bareWords(readText(listUnder(chapters, "What helped us?")))).toBe("|||");
});

/** A report with this summary, and this text on an event and on a lesson. */
function report(summary: RichText, text: RichText): string {
  const empty = readBoardState(build(section("timeline", card("x")), section("helped", card("x"))));
  const board: BoardState = {
    ...empty,
    texts: { ...empty.texts, summary },
    cards: Object.fromEntries(
      Object.values(empty.cards).map((each) => [
        each.id,
        { ...each, text, plain: plainText(text) },
      ]),
    ),
  };
  return boardMarkdown({ board, control: { title: "T", roster: {} }, language: "en" });
}

/** The words of a text, with the address behind a link that must not be one. */
const wordsIn = (text: RichText): string =>
  text
    .map((block) => {
      if (block.type === "paragraph") return bareWords(inlineWords(block.content));
      if (block.type === "blockquote") return wordsIn(block.content);
      return block.content.map((item) => wordsIn(item.content)).join("");
    })
    .join("");

function inlineWords(inlines: readonly Inline[]): string {
  let shown = "";
  let run = "";
  let href = "";
  const close = () => {
    const isPlain = bareWords(run) === "" || href === "" || run.trim() === href || isSafeUrl(href);
    shown += isPlain ? run : `${run} (${href})`;
    run = "";
  };
  for (const each of inlines) {
    const link = each.type === "text" ? each.marks.find(({ type }) => type === "link") : undefined;
    const next = link?.type === "link" ? link.href.trim() : "";
    if (next !== href) close();
    href = next;
    run += each.type === "text" ? each.text : " ";
  }
  close();
  return shown;
}

const isBlank = (text: RichText): boolean => wordsIn(text) === "";

/** The kinds of blocks in a node, itself included. */
function blockTypes(node: Nodes): string[] {
  if (node.type === "paragraph") return ["paragraph"];
  if (node.type === "blockquote" || node.type === "listItem")
    return [node.type, ...node.children.flatMap(blockTypes)];
  if (node.type !== "list") return [];
  return [node.ordered ? "orderedList" : "bulletList", ...node.children.flatMap(blockTypes)];
}

/** The kinds of blocks that a text has words in. */
const blockTypesIn = (text: RichText): string[] =>
  text.flatMap((block) => {
    if (isBlank([block])) return [];
    if (block.type === "paragraph") return ["paragraph"];
    if (block.type === "blockquote") return ["blockquote", ...blockTypesIn(block.content)];
    const inner = block.content.flatMap((item) => blockTypesIn(item.content));
    return [block.type, "listItem", ...inner];
  });

function anyRichText(): fc.Arbitrary<RichText> {
  const { rich } = fc.letrec<{ rich: RichText; block: Block }>((tie) => {
    const items = fc.array(
      tie("rich").map((content) => ({ type: "listItem" as const, content })),
      { maxLength: 2 },
    );
    return {
      rich: fc.array(tie("block"), { maxLength: 3 }),
      block: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        anyParagraph(),
        tie("rich").map((content) => ({ type: "blockquote" as const, content })),
        items.map((content) => ({ type: "bulletList" as const, content })),
        items.map((content) => ({ type: "orderedList" as const, content })),
      ),
    };
  });
  return rich;
}

function anyParagraph(): fc.Arbitrary<Block> {
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.constantFrom<Mark>({ type: "bold" }, { type: "italic" }, { type: "code" }),
    hostileUrl.map((href) => ({ type: "link" as const, href })),
  );
  const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type });
  const words = fc
    .tuple(
      hostileText(4).filter((text) => text !== ""),
      marks,
    )
    .map(([text, set]): Inline => ({ type: "text", text, marks: set }));
  const inline = fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: "hardBreak" }) },
  );
  return fc.array(inline, { maxLength: 5 }).map((content) => ({ type: "paragraph", content }));
}
