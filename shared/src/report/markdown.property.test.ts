import fc from "fast-check";
import type { List, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openBoard, sharedTexts } from "../board/board.ts";
import { addCard } from "../board/commands.ts";
import { isSafeUrl } from "../board/evidence.ts";
import { readBoardState, type BoardState } from "../board/projection.ts";
import type { Inline, Mark, RichText } from "../board/rich-text.ts";
import { readCardId, readEvidenceId } from "../ids.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import { eventKinds } from "../sections/timeline.ts";
import { hostileText, hostileUrl } from "../testing/hostile-text.ts";
import {
  bareWords,
  chaptersOf,
  everyNode,
  parseReport,
  readText,
  type Chapter,
} from "../testing/parse-report.ts";
import { word } from "../words/index.ts";
import { boardMarkdown } from "./markdown.ts";

const numRuns = 100;
const timeout = 600_000;

const piece = fc.record({
  label: hostileText(4),
  url: fc.option(hostileUrl),
  text: fc.option(hostileText(20)),
});

const plainCard = fc.record({ text: hostileText(), evidence: fc.array(piece, { maxLength: 2 }) });

const event = fc.record({
  text: hostileText(),
  evidence: fc.array(piece, { maxLength: 2 }),
  when: fc.option(
    fc.record(
      {
        at: fc.oneof(fc.integer({ min: 0, max: 4e8 }), fc.constantFrom(-8.64e15, 8.64e15)),
        approx: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
  ),
  kind: fc.constantFrom(...eventKinds),
});

const action = fc.record({
  text: hostileText(),
  owner: fc.option(hostileText(4)),
  done: fc.boolean(),
});

const cards = fc.array(plainCard, { maxLength: 2 });
const input = fc.record({
  title: hostileText(),
  timeline: fc.array(event, { maxLength: 4 }),
  actions: fc.array(action, { maxLength: 3 }),
  factors: cards,
  safeguards: cards,
  helped: cards,
  slowed: cards,
  differently: cards,
  knowledge: cards,
  declined: cards,
});

type Input = typeof input extends fc.Arbitrary<infer Value> ? Value : never;

test(
  "whatever people type, the report keeps its structure and every word",
  () => {
    fc.assert(
      fc.property(input, (typed) => {
        const board = fill(typed);
        const markdown = report(board, typed.title);
        expectPlain(markdown);
        const chapters = chaptersOf(parseReport(markdown));
        expect(headingsOf(chapters)).toEqual(expectedHeadings(board));
        expectTimeline(chapters, board);
        expectLists(chapters, board);
        expectEvidence(chapters, board);
        expect(bareWords(chapters[0]!.title)).toBe(
          bareWords(typed.title) || bareWords(say("board.untitled")),
        );
      }),
      { numRuns },
    );
  },
  timeout,
);

const mark = fc.oneof(
  fc.constantFrom<Mark>({ type: "bold" }, { type: "italic" }, { type: "code" }),
  hostileUrl.map((href): Mark => ({ type: "link", href })),
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("text" as const),
      text: hostileText(4).filter((text) => text !== ""),
      marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: "hardBreak" as const }) },
);

const { rich } = fc.letrec<{ rich: RichText; block: RichText[number] }>((tie) => {
  const content = fc.array(inline, { maxLength: 5 });
  const items = fc.array(
    tie("rich").map((blocks) => ({ type: "listItem" as const, content: blocks })),
    { maxLength: 2 },
  );
  return {
    rich: fc.array(tie("block"), { maxLength: 3 }),
    block: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      content.map((inlines) => ({ type: "paragraph" as const, content: inlines })),
      tie("rich").map((blocks) => ({ type: "blockquote" as const, content: blocks })),
      items.map((list) => ({ type: "bulletList" as const, content: list })),
      items.map((list) => ({ type: "orderedList" as const, content: list })),
    ),
  };
});

test(
  "formatted text keeps every word and makes nothing but what was set",
  () => {
    fc.assert(
      fc.property(rich, rich, (summary, card) => {
        const empty = fill({
          ...nothing,
          timeline: [{ text: "x", evidence: [], when: null, kind: "alert" }],
        });
        const [id] = empty.order.timeline;
        const board: BoardState = {
          ...empty,
          texts: { ...empty.texts, summary },
          cards: { [id!]: { ...empty.cards[id!]!, text: card, plain: "x" } },
        };
        const markdown = report(board, "T");
        expectPlain(markdown);
        const chapters = chaptersOf(parseReport(markdown));
        const isThere = bareWords(wordsOf(summary)) !== "";
        expect(headingsOf(chapters)).toEqual([
          "1 T",
          ...(isThere ? ["2 Summary"] : []),
          "2 Timeline",
          "2 Actions",
        ]);
        const blocks = isThere ? chapters[1]!.content : [];
        expect(new Set(blocks.flatMap(blockTypes))).toEqual(new Set(blockTypesOf(summary)));
        expect(words(blocks)).toBe(bareWords(wordsOf(summary)));
        const row = tableOf(chapters, say("report.timeline")).children[1]!;
        expect(row.children).toHaveLength(4);
        expect(bareWords(readText(row.children[2]!))).toBe(bareWords(wordsOf(card)));
      }),
      { numRuns },
    );
  },
  timeout,
);

test("a report says the same in the same bytes, however often it is written", () => {
  fc.assert(
    fc.property(input, (typed) => {
      expect(report(fill(typed), typed.title)).toBe(report(fill(typed), typed.title));
    }),
    { numRuns: 20 },
  );
});

const nothing: Input = {
  title: "",
  timeline: [],
  actions: [],
  factors: [],
  safeguards: [],
  helped: [],
  slowed: [],
  differently: [],
  knowledge: [],
  declined: [],
};

const say = (key: Parameters<typeof word>[1]) => word("en", key);

const report = (board: BoardState, title: string) =>
  boardMarkdown({ board, control: { title, roster: {} }, language: "en" });

/** A board with these cards, put there by the real command. */
function fill({ title: _title, ...sections }: Input): BoardState {
  const board = openBoard(new Y.Doc());
  let count = 0;
  for (const [section, list] of Object.entries(sections))
    for (const { text, ...card } of list) {
      count++;
      const { evidence = [], ...fields } = {
        evidence: [] as Input["timeline"][number]["evidence"],
        ...card,
      };
      const added = addCard(board, {
        id: readCardId(`c${count}`)!,
        section: section as SectionId,
        rank: `a${String(count).padStart(3, "0")}`,
        at: 0,
        text,
        fields,
        evidence: evidence.map((each, index) => ({
          id: readEvidenceId(`e${index}`)!,
          type: "link",
          addedAt: index,
          ...each,
        })),
      });
      expect(added.ok).toBe(true);
    }
  return readBoardState(board);
}

/** LF, one newline at the end, and nothing in it but what the report is made of. */
function expectPlain(markdown: string) {
  expect(markdown).toMatch(/[^\n]\n$/);
  expect(markdown).not.toMatch(/[\0\r\u0085\u2028\u2029]/u);
  expect(markdown.isWellFormed()).toBe(true);
  for (const node of everyNode(parseReport(markdown))) {
    expect(allowed).toContain(node.type);
    if (node.type === "link") expect(node.url).toMatch(/^(https?:\/\/|mailto:)/i);
  }
}

const allowed: Nodes["type"][] = [
  ...(["root", "heading", "paragraph", "list", "listItem", "blockquote", "table"] as const),
  ...(["tableRow", "tableCell", "code", "text", "inlineCode", "strong", "emphasis"] as const),
  ...(["link", "break"] as const),
];

const headingsOf = (chapters: readonly Chapter[]) =>
  chapters.map(({ depth, title }, index) => (index === 0 ? "1 T" : `${depth} ${title}`));

const expectedHeadings = ({ order, cards: byId }: BoardState) => {
  const has = (id: SectionId) => order[id].length > 0;
  const pasted = Object.values(order)
    .flat()
    .some((id) => pastedOf(byId[id]!).length > 0);
  return [
    "1 T",
    ...(has("timeline") ? ["2 Timeline"] : []),
    ...(has("factors") || has("safeguards") ? ["2 Contributing factors"] : []),
    ...(has("safeguards") ? ["3 Which safeguards were meant to catch it?"] : []),
    ...(lessonSections.some(has) ? ["2 Lessons learned"] : []),
    ...lessonSections.filter(has).map((id) => `3 ${say(`sections.${id}.title`)}`),
    "2 Actions",
    ...(has("declined") ? ["2 Decided not to do"] : []),
    ...(pasted ? ["2 Evidence"] : []),
  ];
};

const pastedOf = (card: BoardState["cards"][keyof BoardState["cards"]]) =>
  card.evidence.filter(({ text }) => text !== null && bareWords(text) !== "");

function chapterOf(chapters: readonly Chapter[], title: string): Chapter {
  const chapter = chapters.slice(1).find((each) => each.title === title);
  expect(chapter, title).toBeDefined();
  return chapter!;
}

function tableOf(chapters: readonly Chapter[], title: string): Table {
  const { content } = chapterOf(chapters, title);
  expect(content.map(({ type }) => type)).toEqual(["table"]);
  return content[0] as Table;
}

function expectTimeline(chapters: readonly Chapter[], board: BoardState) {
  if (board.order.timeline.length === 0) return;
  const rows = tableOf(chapters, say("report.timeline")).children;
  for (const row of rows) expect(row.children).toHaveLength(4);
  const events = rows.slice(1).filter(({ children }) => readText(children[1]!) !== "");
  expect(events).toHaveLength(board.order.timeline.length);
  board.order.timeline.forEach((id, index) => {
    const [, , text, evidence] = events[index]!.children;
    const card = board.cards[id]!;
    expect(bareWords(readText(text!))).toBe(bareWords(card.plain) || "–");
    const cell = bareWords(readText(evidence!));
    for (const each of card.evidence) expectNamed(cell, each);
  });
}

/** A piece stands by its label, and by its address where that is no link. */
function expectNamed(
  printed: string,
  each: BoardState["cards"][keyof BoardState["cards"]]["evidence"][number],
) {
  const url = bareWords(each.url ?? "") && (each.url ?? "").trim();
  if (url !== "" || pastedOf({ evidence: [each] } as never).length === 0)
    expect(printed).toContain(bareWords(each.label));
  if (url !== "" && !isSafeUrl(url)) expect(printed).toContain(bareWords(url));
}

function expectLists(chapters: readonly Chapter[], board: BoardState) {
  const titles = {
    factors: "Contributing factors",
    safeguards: "Which safeguards were meant to catch it?",
    ...Object.fromEntries(lessonSections.map((id) => [id, say(`sections.${id}.title`)])),
    declined: "Decided not to do",
    actions: "Actions",
  } as Partial<Record<SectionId, string>>;
  for (const [section, title] of Object.entries(titles) as [SectionId, string][]) {
    const ids = board.order[section];
    if (ids.length === 0) continue;
    const { content } = chapterOf(chapters, title);
    expect(content.map(({ type }) => type)).toEqual(["list"]);
    const { children, ordered } = content[0] as List;
    expect(ordered).toBe(false);
    expect(children).toHaveLength(ids.length);
    ids.forEach((id, index) => {
      const card = board.cards[id]!;
      const item = children[index]!;
      expect(item.children.map(({ type }) => type)).toEqual(["paragraph"]);
      expect(item.checked ?? undefined).toBe(
        card.section === "actions" ? card.fields.done : undefined,
      );
      const printed = bareWords(readText(item));
      expect(printed.startsWith(bareWords(card.plain) || "–")).toBe(true);
      for (const each of card.evidence) expectNamed(printed, each);
      if (card.section === "actions")
        expect(printed.endsWith(`—${ownerOf(card.fields.owner)}`)).toBe(true);
      else if (card.evidence.length === 0) expect(printed).toBe(bareWords(card.plain) || "–");
    });
  }
}

/** An owner whose name nobody can see is none. */
const ownerOf = (owner: string | null) =>
  bareWords(owner ?? "").replace(/[\u200b-\u200f]/g, "") === "" ? "noowneryet" : bareWords(owner!);

function expectEvidence(chapters: readonly Chapter[], board: BoardState) {
  const sections: SectionId[] = [
    "timeline",
    "factors",
    "safeguards",
    ...lessonSections,
    "actions",
    "declined",
  ];
  const pasted = sections
    .flatMap((id) => board.order[id])
    .flatMap((id) => pastedOf(board.cards[id]!));
  if (pasted.length === 0) return;
  const { content } = chapterOf(chapters, "Evidence");
  expect(content.map(({ type }) => type)).toEqual(pasted.flatMap(() => ["paragraph", "code"]));
  pasted.forEach(({ label, text }, index) => {
    expect(bareWords(readText(content[2 * index]!))).toBe(
      `E${index + 1}${bareWords(label) || "Link"}`,
    );
    expect(bareWords(readText(content[2 * index + 1]!))).toBe(
      bareWords(text!.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")),
    );
  });
}

const words = (nodes: readonly (RootContent | PhrasingContent)[]): string =>
  nodes.map((node) => bareWords(readText(node))).join("");

/** The words of a text, with the address behind a link that must not be one. */
function wordsOf(text: RichText): string {
  return text
    .map((block) =>
      block.type === "paragraph"
        ? inlineWords(block.content)
        : block.type === "blockquote"
          ? wordsOf(block.content)
          : block.content.map((item) => wordsOf(item.content)).join(" "),
    )
    .join(" ");
}

function inlineWords(inlines: readonly Inline[]): string {
  let shown = "";
  let run = "";
  let href: string | undefined;
  const close = () => {
    const url = href?.trim() ?? "";
    shown += run;
    const isShown = bareWords(run) === "" || run.trim() === url || isSafeUrl(url) || url === "";
    if (!isShown) shown += ` (${url})`;
    run = "";
  };
  for (const each of inlines) {
    const link = each.type === "text" ? each.marks.find(({ type }) => type === "link") : undefined;
    const next = link?.type === "link" ? link.href : undefined;
    if (next !== href) close();
    href = next;
    run += each.type === "text" ? each.text : " ";
  }
  close();
  return shown;
}

const blockTypes = (node: Nodes): string[] => {
  const own = node.type === "list" ? [node.ordered ? "orderedList" : "bulletList"] : [node.type];
  const isBlock = ["paragraph", "blockquote", "list", "listItem"].includes(node.type);
  if (!isBlock) return [];
  const inner =
    node.type !== "paragraph" && "children" in node ? node.children.flatMap(blockTypes) : [];
  return [...own, ...inner];
};

/** The kinds of blocks that a text has words in. */
const blockTypesOf = (text: RichText): string[] =>
  text.flatMap((block) => {
    if (bareWords(wordsOf([block])) === "") return [];
    if (block.type === "paragraph") return ["paragraph"];
    if (block.type === "blockquote") return ["blockquote", ...blockTypesOf(block.content)];
    const items = block.content.filter((item) => bareWords(wordsOf(item.content)) !== "");
    return [block.type, "listItem", ...items.flatMap((item) => blockTypesOf(item.content))];
  });
