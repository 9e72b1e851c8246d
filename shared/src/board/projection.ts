// A board doc as immutable data, kept up to date change by change: whatever did not change keeps its identity, so a
// keystroke in one card renders that card alone.
import * as Y from "yjs";
import { z } from "zod/mini";
import { isEpochMs } from "../epoch.ts";
import { readCardId, type CardId } from "../ids.ts";
import { compareText } from "../order.ts";
import { sections, type SectionId } from "../sections/index.ts";
import { sharedTexts, type Board, type SharedTextId } from "./board.ts";
import { readCard, readCards, type Card } from "./card.ts";
import { isShown, readTopics, type Topics } from "./groups.ts";
import { readMarks, type Marks } from "./marks.ts";
import { readQuestions, type Questions } from "./questions.ts";
import { readRemarks, type Remarks } from "./remarks.ts";
import { readRichText, type RichText } from "./rich-text.ts";
import { keepSame } from "./same.ts";

/** How bad it was; null until somebody says. */
export const severities = ["sev1", "sev2", "sev3", "sev4", "near-miss"] as const;

export type Severity = (typeof severities)[number];

export interface Facts {
  readonly severity: Severity | null;
  /** When the group meets: epoch milliseconds; null until somebody has set a date. */
  readonly meetingAt: number | null;
}

export interface BoardState {
  /** Every card that can be read, hidden and blank ones too. */
  readonly cards: Readonly<Record<CardId, Card>>;
  /**
   * By section, the cards that people see, in order: neither hidden nor blank nor set aside. Events go by time, untimed ones
   * last. Notes of a group come one after the other, where the group is.
   */
  readonly order: Readonly<Record<SectionId, readonly CardId[]>>;
  /** The notes of the lessons once more, as what one talks about: a group, or a note that stands alone. */
  readonly topics: Topics;
  /** Cards that are folded: their words were set aside, so they are in no order. Sorted by id. */
  readonly aside: readonly CardId[];
  /** Cards that were hidden and can be brought back, the latest first. */
  readonly removed: readonly CardId[];
  readonly texts: Readonly<Record<SharedTextId, RichText>>;
  readonly facts: Facts;
  readonly marks: Marks;
  readonly questions: Questions;
  readonly remarks: Remarks;
}

const factsSchema = z.object({ severity: z.catch(z.nullable(z.enum(severities)), null) });

/** Reads a whole board at once. The incremental view below always equals this. */
export function readBoardState(board: Board): BoardState {
  const cards = readCards(board.cards);
  const topics = readTopics(cards);
  const order = orderOf(cards, topics);
  return {
    cards,
    order,
    topics,
    aside: asideOf(cards),
    removed: removedOf(cards),
    texts: mapTexts((id) => readRichText(board.texts[id])),
    facts: readFacts(board),
    marks: readMarks(order.timeline, cards),
    questions: readQuestions(order, cards),
    remarks: readRemarks(order, cards),
  };
}

/** A live board as data, with a subscription that fits React's external stores. */
export interface BoardView {
  readonly getState: () => BoardState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly destroy: () => void;
}

/** Follows a board. Subscribers hear of a change after the transaction that made it, once, and only if it can be seen. */
export function createBoardView(board: Board): BoardView {
  let state = readBoardState(board);
  let changed = nothingChanged();
  const listeners = new Set<() => void>();
  const onCards = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const id of changedCards(events)) changed.cards.add(id);
  };
  const onFacts = () => {
    changed.facts = true;
  };
  const onText = new Map(sharedTexts.map((id) => [id, () => void changed.texts.add(id)]));
  const onTransaction = () => {
    const next = withChanges(state, board, changed);
    changed = nothingChanged();
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  board.cards.observeDeep(onCards);
  board.facts.observe(onFacts);
  for (const [id, listener] of onText) board.texts[id].observeDeep(listener);
  board.doc.on("afterTransaction", onTransaction);
  return {
    getState: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    destroy: () => {
      listeners.clear();
      board.cards.unobserveDeep(onCards);
      board.facts.unobserve(onFacts);
      for (const [id, listener] of onText) board.texts[id].unobserveDeep(listener);
      board.doc.off("afterTransaction", onTransaction);
    },
  };
}

/** What one transaction touched. */
interface Changed {
  readonly cards: Set<string>;
  readonly texts: Set<SharedTextId>;
  facts: boolean;
}

const nothingChanged = (): Changed => ({ cards: new Set(), texts: new Set(), facts: false });

/** The cards that a transaction touched: the first step of each event's path, or the keys of the map of cards itself. */
function changedCards(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    const [id] = event.path;
    if (id !== undefined) ids.add(String(id));
    else for (const key of event.keys.keys()) ids.add(key);
  }
  return ids;
}

/** The state after a transaction: reads again only what it touched, and keeps every part that still says the same. */
function withChanges(
  state: BoardState,
  board: Board,
  { cards, texts, facts }: Changed,
): BoardState {
  let next = state;
  if (cards.size > 0) next = withCards(next, board, cards);
  if (facts) next = { ...next, facts: readFacts(board) };
  if (texts.size > 0)
    next = {
      ...next,
      texts: mapTexts((id) => (texts.has(id) ? readRichText(board.texts[id]) : state.texts[id])),
    };
  return keepSame(state, next);
}

function withCards(state: BoardState, board: Board, ids: ReadonlySet<string>): BoardState {
  const cards: Record<CardId, Card> = { ...state.cards };
  for (const key of ids) {
    const id = readCardId(key);
    if (!id) continue;
    const card = readCard(id, board.cards.get(key));
    if (card) cards[id] = card;
    else delete cards[id];
  }
  const topics = readTopics(cards);
  const order = orderOf(cards, topics);
  return {
    ...state,
    cards,
    order,
    topics,
    aside: asideOf(cards),
    removed: removedOf(cards),
    marks: readMarks(order.timeline, cards),
    questions: readQuestions(order, cards),
    remarks: readRemarks(order, cards),
  };
}

function orderOf(
  cards: Readonly<Record<CardId, Card>>,
  topics: Topics,
): Record<SectionId, readonly CardId[]> {
  const lists = Object.fromEntries(sections.map(({ id }) => [id, [] as Card[]])) as Record<
    SectionId,
    Card[]
  >;
  for (const card of Object.values(cards)) if (isShown(card)) lists[card.section].push(card);
  return {
    ...mapValues(lists, (list) => list.toSorted(compareCards).map((card) => card.id)),
    ...mapValues(topics, (list) => list.flatMap((topic) => topic.cards)),
  };
}

/** By time where there is one, then by rank, then by id: the same on every replica. */
function compareCards(a: Card, b: Card): number {
  const byTime = timeOf(a) - timeOf(b);
  return (
    (Number.isNaN(byTime) ? 0 : byTime) || compareText(a.rank, b.rank) || compareText(a.id, b.id)
  );
}

const timeOf = (card: Card): number =>
  card.section === "timeline" ? (card.fields.when?.at ?? Infinity) : 0;

const asideOf = (cards: Readonly<Record<CardId, Card>>): readonly CardId[] =>
  Object.values(cards)
    .filter((card) => card.asideAt !== undefined && card.removedAt === undefined)
    .map((card) => card.id)
    .toSorted(compareText);

const removedOf = (cards: Readonly<Record<CardId, Card>>): readonly CardId[] =>
  Object.values(cards)
    .filter((card) => card.removedAt !== undefined && !card.isBlank)
    .toSorted((a, b) => (b.removedAt ?? 0) - (a.removedAt ?? 0) || compareText(a.id, b.id))
    .map((card) => card.id);

function readFacts(board: Board): Facts {
  const meetingAt = board.facts.get("meetingAt");
  return {
    ...factsSchema.parse({ severity: board.facts.get("severity") ?? null }),
    meetingAt: isEpochMs(meetingAt) ? meetingAt : null,
  };
}

const mapTexts = (read: (id: SharedTextId) => RichText) =>
  Object.fromEntries(sharedTexts.map((id) => [id, read(id)])) as Record<SharedTextId, RichText>;

const mapValues = <Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (value: From) => To,
) =>
  Object.fromEntries(
    Object.entries<From>(record).map(([key, value]) => [key, map(value)]),
  ) as Record<Key, To>;
