// Groups of notes as data. A group is a card of its own, whose text is its name; a note says in its place which group it was
// put into, and a group says which note it began with. Read as links, in both directions, they make the groups:
//
//   Ada drops a onto b  ∥  Grace drops c onto b     a ─▶ G1 ─▶ b ◀─ G2 ◀─ c     one group of a, b and c
//   Ada drops a onto b  ∥  Grace drops b onto a     a ─▶ G1 ─▶ b ─▶ G2 ─▶ a     one group of a and b
//
// So nobody's grouping undoes another's, in whatever order they are heard. Where several cards head one group, the first of
// them is it, and the names of all are shown.
import { compareText, type Rank } from "../order.ts";
import type { CardId } from "../ids.ts";
import { lessonSections, type LessonSectionId } from "../sections/index.ts";
import type { Card } from "./card.ts";

/** What is talked about, voted for and moved as one: a group, or a note that stands alone. */
export interface Topic {
  /** The group's own card; where a note stands alone, the note. */
  readonly id: CardId;
  readonly section: LessonSectionId;
  readonly rank: Rank;
  /** The cards that hold the name of a group, its own first, blank or not. A note that stands alone has none. */
  readonly titles: readonly CardId[];
  /** The notes, in order; never empty. */
  readonly cards: readonly CardId[];
}

/** The topics of each question, in order. */
export type Topics = Readonly<Record<LessonSectionId, readonly Topic[]>>;

type Cards = Readonly<Record<CardId, Card>>;

/** Whether people see a card as a card: not hidden, not set aside, not blank, and not the name of a group. */
export const isShown = (card: Card): boolean =>
  card.removedAt === undefined &&
  card.asideAt === undefined &&
  !card.isBlank &&
  card.head === undefined;

/** Reads the topics. A group of which nobody sees a note is none, nor is one of a single note without a name. */
export function readTopics(cards: Cards): Topics {
  const topics: Record<LessonSectionId, Topic[]> = {
    helped: [],
    slowed: [],
    differently: [],
    knowledge: [],
  };
  for (const linked of linkedCards(cards))
    for (const topic of topicsOf(linked)) topics[topic.section].push(topic);
  for (const list of Object.values(topics))
    list.sort((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id));
  return topics;
}

/** The topic that a note or the card of a group belongs to; undefined if nobody sees it. */
export const topicOf = ({ topics }: { readonly topics: Topics }, id: CardId): Topic | undefined =>
  lessonSections
    .flatMap((section) => topics[section])
    .find((topic) => topic.id === id || topic.cards.includes(id) || topic.titles.includes(id));

/** Whether it is a group. */
export const isGroup = ({ titles }: Topic): boolean => titles.length > 0;

/** The name of a group; several behind each other, nothing where it has none. */
export const groupName = ({ cards }: { readonly cards: Cards }, { titles }: Topic): string =>
  titles.flatMap((id) => cards[id]?.plain.trim() || []).join(" · ");

/** What a topic is called: the name of the group; without one the words of its first note. */
export function topicTitle(board: { readonly cards: Cards }, topic: Topic): string {
  const [first] = topic.cards;
  return groupName(board, topic) || (first && board.cards[first]?.plain.trim()) || "";
}

/** Notes that hang together, hidden and blank ones too, and what heads them: the first is the group itself. */
export interface Linked {
  readonly heads: readonly Card[];
  readonly notes: readonly Card[];
}

/** All notes of the lessons, by what hangs together. */
export function linkedCards(cards: Cards): readonly Linked[] {
  const all = Object.values(cards).filter(isInLessons);
  const leads = new Map<CardId, CardId>();
  const leadOf = (id: CardId): CardId => {
    let at = id;
    for (let next = leads.get(at); next !== undefined; next = leads.get(at)) at = next;
    return at;
  };
  const link = (id: CardId, to: CardId | null, fits: (card: Card) => boolean) => {
    const other = to === null ? undefined : cards[to];
    if (!other || !isInLessons(other) || !fits(other)) return;
    const [a, b] = [leadOf(id), leadOf(other.id)];
    if (a !== b) leads.set(a, b);
  };
  for (const { id, group, head, removedAt } of all) {
    if (!head) link(id, group, isLiveHead);
    else if (removedAt === undefined) {
      link(id, head.around, (card) => card.head === undefined);
      link(id, head.into, isLiveHead);
    }
  }
  return [...Map.groupBy(all, ({ id }) => leadOf(id)).values()].map((linked) => ({
    heads: linked.filter(isLiveHead).toSorted(compareHeads),
    notes: linked.filter(({ head }) => head === undefined),
  }));
}

const isInLessons = ({ section }: Card): boolean => lessonSections.some((id) => id === section);

const isLiveHead = ({ head, removedAt }: Card): boolean =>
  head !== undefined && removedAt === undefined;

/** One that was merged into another comes after it; else the older one leads. */
const compareHeads = (a: Card, b: Card): number =>
  Number(a.head?.into !== null) - Number(b.head?.into !== null) ||
  a.createdAt - b.createdAt ||
  compareText(a.id, b.id);

function topicsOf({ heads, notes }: Linked): readonly Topic[] {
  const shown = notes
    .filter(isShown)
    .toSorted((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id));
  const [head] = heads;
  const named = heads.filter(({ plain }) => plain.trim() !== "");
  if (!head || shown.length === 0 || (shown.length === 1 && named.length === 0))
    return shown.flatMap((card) => topicAt(card, [], [card.id]));
  const titles = [head.id, ...named.filter((card) => card !== head).map(({ id }) => id)];
  return topicAt(
    head,
    titles,
    shown.map(({ id }) => id),
  );
}

function topicAt(
  { id, section, rank }: Card,
  titles: readonly CardId[],
  cards: readonly CardId[],
): readonly Topic[] {
  const lesson = lessonSections.find((one) => one === section);
  return lesson ? [{ id, section: lesson, rank, titles, cards }] : [];
}
