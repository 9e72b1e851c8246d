// What people do with groups: put together, take apart, move. One transaction each, so that each is one step for undo. What a
// group is, and why several people may build one at once, stands in groups.ts.
import type { CardId } from "../ids.ts";
import type { RandomBit, Rank } from "../order.ts";
import { rankBetween } from "../rank-between.ts";
import { accept, done, refuse, type Result } from "../result.ts";
import { localEdit, type Board } from "./board.ts";
import { readCards, type Card, type Place } from "./card.ts";
import { addCard, type CardExists, type CardGone } from "./commands.ts";
import { isGroup, linkedCards, readTopics, topicOf, type Topic, type Topics } from "./groups.ts";
import { leaveGroup, setKey, setPlace } from "./leave-group.ts";

/** What is put together with what. Both may be notes or groups. */
export interface Grouping {
  readonly card: CardId;
  /** Stays where it is: what is put to it comes into its column. */
  readonly with: CardId;
  /** The id of the group's card, in case there is none yet. */
  readonly group: CardId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly randomBit: RandomBit;
}

/**
 * Puts a note or a group to another note or group, and answers with the id of the group that they are in.
 *
 * What two people put together at once ends up together. Refused with `card-gone` if nobody sees one of the two any more, and
 * with `card-exists` if the id of the new group is taken.
 */
export function groupWith(
  board: Board,
  { card, with: target, group, at, randomBit }: Grouping,
): Result<CardId, CardGone | CardExists> {
  const from = look(board, card);
  if (!from.ok) return from;
  const to = look(board, target);
  if (!to.ok) return to;
  if (from.value.topic.id === to.value.topic.id) return accept(to.value.topic.id);
  const isWhole = from.value.topic.titles.includes(card);
  // a group that is put to a single note takes it in, and comes to where it is
  if (isWhole && !isGroup(to.value.topic)) return takeIn(board, from.value, to.value, randomBit);
  if (!isGroup(to.value.topic) && board.cards.has(group))
    return refuse({ code: "card-exists", card: group });
  const { topic, cards, topics } = to.value;
  const moving = isWhole ? from.value.topic.cards : [card];
  const last = topic.cards.at(-1);
  const ranks = ranksAfter(
    (last && cards[last]?.rank) ?? topic.rank,
    nextRank(topics, topic, topic.id),
    moving.length,
    randomBit,
  );
  board.doc.transact(() => {
    const into = isGroup(topic) ? topic.id : begin(board, to.value, group, at);
    if (isWhole) for (const head of from.value.heads) setKey(board, head, "into", into);
    else leaveGroup(board, cards, card);
    putAll(board, moving, topic.section, ranks, () => into);
  }, localEdit);
  return accept(topicOf({ topics: readTopics(readCards(board.cards)) }, card)?.id ?? group);
}

/**
 * Takes a group apart: its notes stand alone, where it was. Answers with the cards whose return (`restoreCard`) brings the
 * group back. Refused with `card-gone` if it is no group any more.
 */
export function takeApart(
  board: Board,
  group: CardId,
  at: number,
): Result<readonly CardId[], CardGone> {
  const found = look(board, group);
  if (!found.ok) return found;
  const { cards, topic, heads } = found.value;
  if (!isGroup(topic)) return refuse({ code: "card-gone", card: group });
  board.doc.transact(() => {
    for (const head of heads) setKey(board, head, "removedAt", at);
    for (const id of topic.cards) {
      const card = cards[id];
      if (card) setPlace(board, id, { ...placeOf(card), section: topic.section });
    }
  }, localEdit);
  return accept(heads);
}

/**
 * Moves a group, or a note that stands alone. If two people move it at once, one move wins; what somebody puts into it
 * meanwhile comes along. Refused with `card-gone` if nobody sees it any more.
 */
export function moveTopic(
  board: Board,
  id: CardId,
  to: Place,
  randomBit: RandomBit,
): Result<void, CardGone> {
  const found = look(board, id);
  if (!found.ok) return found;
  const { cards, topic, topics } = found.value;
  board.doc.transact(() => {
    if (!isGroup(topic)) leaveGroup(board, cards, topic.id);
    setPlace(board, topic.id, to);
    if (!isGroup(topic)) return;
    const before = nextRank(topics, to, topic.id);
    const ranks = ranksAfter(to.rank, before, topic.cards.length, randomBit);
    putAll(board, topic.cards, to.section, ranks, (card) => cards[card]?.group ?? topic.id);
  }, localEdit);
  return done;
}

interface Found {
  readonly cards: Readonly<Record<CardId, Card>>;
  readonly topics: Topics;
  readonly topic: Topic;
  /** The cards of the group; of a note alone, those of groups of which it is the last note. */
  readonly heads: readonly CardId[];
}

function look(board: Board, id: CardId): Result<Found, CardGone> {
  const cards = readCards(board.cards);
  const topics = readTopics(cards);
  const topic = topicOf({ topics }, id);
  if (!topic) return refuse({ code: "card-gone", card: id });
  const linked = linkedCards(cards).find(({ notes }) =>
    notes.some((note) => note.id === topic.cards[0]),
  );
  return accept({ cards, topics, topic, heads: (linked?.heads ?? []).map((head) => head.id) });
}

/** Begins a group around a note, or takes up the one of which it is the last note. */
function begin(board: Board, { topic, heads }: Found, group: CardId, at: number): CardId {
  const { id, section, rank } = topic;
  const [asleep] = heads;
  if (asleep === undefined) {
    addCard(board, { id: group, section, rank, at });
    setKey(board, group, "around", id);
    return group;
  }
  setPlace(board, asleep, { section, rank });
  return asleep;
}

function takeIn(board: Board, from: Found, to: Found, randomBit: RandomBit): Result<CardId, never> {
  const { id: group, cards: notes } = from.topic;
  const { id: note, section, rank } = to.topic;
  const ranks = ranksAfter(rank, nextRank(to.topics, to.topic, group), notes.length, randomBit);
  board.doc.transact(() => {
    leaveGroup(board, to.cards, note);
    setPlace(board, note, { section, rank, group });
    setPlace(board, group, { section, rank });
    putAll(board, notes, section, ranks, (id) => from.cards[id]?.group ?? group);
  }, localEdit);
  return accept(group);
}

function putAll(
  board: Board,
  ids: readonly CardId[],
  section: Place["section"],
  ranks: readonly Rank[],
  groupOf: (id: CardId) => CardId,
): void {
  ids.forEach((id, index) => {
    const rank = ranks[index];
    if (rank !== undefined) setPlace(board, id, { section, rank, group: groupOf(id) });
  });
}

/** So many ranks one after the other, all of them between these two where there is room. */
function ranksAfter(
  after: Rank,
  before: Rank | undefined,
  count: number,
  randomBit: RandomBit,
): readonly Rank[] {
  const ranks: Rank[] = [];
  for (let last = after; ranks.length < count; ranks.push(last))
    last = rankBetween(last, before, randomBit);
  return ranks;
}

/** The rank of the next topic in a section after a place, one left out. */
const nextRank = (topics: Topics, { section, rank }: Place, leftOut: CardId): Rank | undefined =>
  Object.entries(topics)
    .find(([id]) => id === section)?.[1]
    .find((topic) => topic.id !== leftOut && topic.rank > rank)?.rank;

const placeOf = ({ section, rank, group }: Card): Place => ({
  section,
  rank,
  ...(group !== null && { group }),
});
