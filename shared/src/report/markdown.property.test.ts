import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { isSafeUrl, type Evidence } from "../board/evidence.ts";
import { openBoard, type Board } from "../board/board.ts";
import type { Card } from "../board/card.ts";
import { readBoardState, type BoardState } from "../board/projection.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import { eventKinds } from "../sections/timeline.ts";
import { build, card, evidenceId, section } from "../testing/build.ts";
import { hostileText, hostileUrl } from "../testing/hostile-text.ts";
import {
  bareWords,
  cellsOf,
  chaptersOf,
  contentUnder,
  headingsOf,
  listUnder,
  parseReport,
  readText,
  straysIn,
  tableUnder,
  type Chapter,
} from "../testing/parse-report.ts";
import { boardMarkdown } from "./markdown.ts";

/** Lists of the report beside the timeline, by what stands above them. */
const lists = {
  factors: "Contributing factors",
  safeguards: "Which safeguards were meant to catch it?",
  helped: "What helped us?",
  slowed: "What slowed us down?",
  differently: "What could we have done differently?",
  knowledge: "What knowledge did we not have before the incident, but have now?",
  actions: "Actions",
  declined: "Decided not to do",
} as const satisfies Partial<Record<SectionId, string>>;

type ListId = keyof typeof lists;

const listIds = Object.keys(lists) as ListId[];

test(
  "whatever people type, the report keeps its structure and every word",
  () => {
    fc.assert(
      fc.property(anyBoard().map(readBoardState), hostileText(), (board, title) => {
        const markdown = report(board, title);
        expect(markdown).toMatch(/[^\n]\n$/);
        expect(markdown).not.toMatch(/[\0\r\u0085\u2028\u2029]/u);
        expect(markdown.isWellFormed()).toBe(true);
        const root = parseReport(markdown);
        expect(straysIn(root)).toEqual([]);
        const chapters = chaptersOf(root);
        expect(bareWords(chapters[0]?.title ?? "")).toBe(bareWords(title) || "Untitledpost-mortem");
        expect(headingsOf(chapters)).toEqual(expectedHeadings(board));
        expectTimeline(chapters, board);
        for (const id of listIds) expectList(chapters, board, id);
        expectEvidence(chapters, board);
      }),
      {
        numRuns: 100,
        examples: [
          [emptyBoard(), "ß~~~~"],
          [emptyBoard(), "</table>~~~~"],
        ],
      },
    );
  },
  60_000, // shrinking takes its time
);

test("a copy of a board gives the same bytes", () => {
  fc.assert(
    fc.property(anyBoard(), (board) => {
      const copy = openBoard(new Y.Doc());
      Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc));
      expect(report(readBoardState(copy), "T")).toBe(report(readBoardState(board), "T"));
    }),
    { numRuns: 20 },
  );
});

const report = (board: BoardState, title: string) =>
  boardMarkdown({ board, control: { title, roster: {} }, language: "en" });

function expectedHeadings(board: BoardState): string[] {
  const has = (id: SectionId) => board.order[id].length > 0;
  return [
    ...under(2, "Timeline", has("timeline")),
    ...under(2, lists.factors, has("factors") || has("safeguards")),
    ...under(3, lists.safeguards, has("safeguards")),
    ...under(2, "Lessons learned", lessonSections.some(has)),
    ...lessonSections.flatMap((id) => under(3, lists[id], has(id))),
    "2 Actions",
    ...under(2, lists.declined, has("declined")),
    ...under(2, "Evidence", pastedOn(board).length > 0),
  ];
}

const under = (depth: number, title: string, isThere: boolean) =>
  isThere ? [`${depth} ${title}`] : [];

function expectTimeline(chapters: readonly Chapter[], board: BoardState): void {
  const cards = cardsOf(board, "timeline");
  if (cards.length === 0) return;
  const rows = cellsOf(tableUnder(chapters, "Timeline"));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([4]));
  const events = rows.slice(1).filter(([, kind]) => kind !== "");
  expect(events.map(([, , text]) => bareWords(text ?? ""))).toEqual(cards.map(wordsOrDash));
  for (const [index, each] of cards.entries())
    expect(bareWords(events[index]?.[3] ?? "")).toSatisfy(namesAll(each.evidence));
}

function expectList(chapters: readonly Chapter[], board: BoardState, id: ListId): void {
  const cards = cardsOf(board, id);
  if (cards.length === 0) return;
  const list = listUnder(chapters, lists[id]);
  expect(list.ordered).toBe(false);
  expect(list.children.map(({ children }) => children.map(({ type }) => type))).toEqual(
    cards.map(() => ["paragraph"]),
  );
  expect(list.children.map(({ checked }) => checked ?? undefined)).toEqual(
    cards.map((each) => (each.section === "actions" ? each.fields.done : undefined)),
  );
  const lines = list.children.map((item) => bareWords(readText(item)));
  expect(lines.filter((line, index) => !cards[index] || !isLineOf(cards[index])(line))).toEqual([]);
}

/** The words first, then what the section adds: the owner of an action, in brackets what another card rests on. */
const isLineOf = (each: Card) => (line: string) => {
  const words = wordsOrDash(each);
  if (!line.startsWith(words) || !namesAll(each.evidence)(line)) return false;
  const rest = line.slice(words.length);
  if (each.section === "actions") return rest.startsWith(`—${ownerOf(each.fields.owner)}`);
  return each.evidence.length === 0 ? rest === "" : /^\(.*\)$/s.test(rest);
};

/** An owner whose name nobody can see is none. */
const ownerOf = (owner: string | null): string => {
  const isVisible = bareWords(owner ?? "").replace(/[\u200b-\u200f]/g, "") !== "";
  return isVisible ? bareWords(owner ?? "") : "noowneryet";
};

/** A piece stands by its label, and by its address where that is no link; what was pasted by its number. */
const namesAll = (evidence: readonly Evidence[]) => (printed: string) =>
  evidence.every(({ label, url, text }) => {
    const address = bareWords(url ?? "");
    const isPasted = bareWords(text ?? "") !== "";
    const isNamed = printed.includes(bareWords(label)) || (address === "" && isPasted);
    const isLink = address === "" || isSafeUrl((url ?? "").trim()) || printed.includes(address);
    return isNamed && isLink && (!isPasted || /E\d/.test(printed));
  });

function expectEvidence(chapters: readonly Chapter[], board: BoardState): void {
  const pasted = pastedOn(board);
  const content = contentUnder(chapters, "Evidence");
  expect(content.map(({ type }) => type)).toEqual(pasted.flatMap(() => ["paragraph", "code"]));
  expect(content.map((node) => bareWords(readText(node)))).toEqual(
    pasted.flatMap(({ label, text }, index) => [
      `E${index + 1}${bareWords(label) || "Link"}`,
      bareWords(text ?? ""),
    ]),
  );
}

const pastedOn = (board: BoardState): Evidence[] =>
  (["timeline", ...listIds] as const)
    .flatMap((id) => cardsOf(board, id))
    .flatMap(({ evidence }) => evidence)
    .filter(({ text }) => bareWords(text ?? "") !== "");

const cardsOf = (board: BoardState, id: SectionId): Card[] =>
  board.order[id].flatMap((each) => board.cards[each] ?? []);

const wordsOrDash = ({ plain }: Card): string => bareWords(plain) || "–";

function anyBoard(): fc.Arbitrary<Board> {
  const plainCard = fc.tuple(hostileText(), anyEvidence()).map(([text, evidence]) => {
    return card(text, {}, { evidence });
  });
  const event = fc
    .tuple(hostileText(), anyEvidence(), anyMoment(), fc.constantFrom(...eventKinds))
    .map(([text, evidence, when, kind]) => card(text, { when, kind }, { evidence }));
  const action = fc
    .tuple(hostileText(), anyEvidence(), fc.option(hostileText(4)), fc.boolean())
    .map(([text, evidence, owner, done]) => card(text, { owner, done }, { evidence }));
  const plain = listIds.filter((id) => id !== "actions");
  return fc
    .tuple(
      fc.array(event, { maxLength: 4 }),
      fc.array(action, { maxLength: 3 }),
      fc.tuple(...plain.map(() => fc.array(plainCard, { maxLength: 2 }))),
    )
    .map(([events, actions, others]) =>
      build(
        section("timeline", ...events),
        section("actions", ...actions),
        ...plain.map((id, index) => section(id, ...(others[index] ?? []))),
      ),
    );
}

const emptyBoard = (): BoardState => readBoardState(build());

function anyEvidence(): fc.Arbitrary<Evidence[]> {
  const piece = fc.tuple(hostileText(4), fc.option(hostileUrl), fc.option(hostileText(20)));
  return fc.array(piece, { maxLength: 2 }).map((pieces) =>
    pieces.map(([label, url, text], index) => ({
      id: evidenceId(`e${index}`),
      type: "link" as const,
      label,
      url,
      text,
      addedAt: index,
    })),
  );
}

function anyMoment() {
  const at = fc.oneof(fc.integer({ min: 0, max: 4e8 }), fc.constantFrom(-8.64e15, 8.64e15));
  return fc.option(fc.tuple(at, fc.boolean()).map(([when, approx]) => ({ at: when, approx })));
}
