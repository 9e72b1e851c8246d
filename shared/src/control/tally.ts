// Counting votes, and the order in which topics are talked about after that.
import type { BoardState } from "../board/projection.ts";
import { topicOf, topicTitle, type Topic } from "../board/groups.ts";
import type { CardId } from "../ids.ts";
import { lessonSections } from "../sections/index.ts";
import type { ControlState } from "./control.ts";
import type { TopicVotes, Turnout } from "./votes.ts";

/** A vote as it counts: what it was cast for, and a note by which that is found. */
export interface CountedVote {
  readonly topic: CardId;
  readonly card: CardId;
}

/** What counting brought. */
export interface Tally {
  readonly round: number;
  readonly turnout: Turnout;
  readonly result: readonly TopicVotes[];
}

/** A topic as it comes up in the discussion. */
export interface DiscussedTopic extends Topic {
  readonly title: string;
  readonly votes: number;
}

type Board = Pick<BoardState, "cards" | "topics">;

/**
 * Counts votes by topic, most first; equal ones in the order of the questions. What was put together or taken apart meanwhile
 * counts where its card is.
 */
export function countVotes(board: Board, votes: readonly CountedVote[]): readonly TopicVotes[] {
  const counts = new Map<CardId, TopicVotes>();
  for (const vote of votes) {
    const topic = topicNow(board, vote);
    const id = topic?.id ?? vote.topic;
    const last = counts.get(id);
    const card = last?.card ?? topic?.cards[0] ?? vote.card;
    counts.set(id, { topic: id, card, votes: (last?.votes ?? 0) + 1 });
  }
  const places = new Map(allTopics(board).map(({ id }, index) => [id, index]));
  const placeOf = ({ topic }: TopicVotes) => places.get(topic) ?? places.size;
  return [...counts.values()].toSorted((a, b) => b.votes - a.votes || placeOf(a) - placeOf(b));
}

/**
 * All topics in the order in which they are talked about: those with votes as they came out when the vote was closed, then the
 * others by question. Votes of topics that were put together since are added up; the order stays.
 */
export const discussionOrder = (
  board: Board,
  control: Pick<ControlState, "vote">,
): readonly DiscussedTopic[] =>
  topicsInOrder(board, control).map((topic) => ({ ...topic, title: topicTitle(board, topic) }));

/** The same without the words, for whoever does not want to hear of every keystroke. */
export function topicsInOrder(
  board: Pick<Board, "topics">,
  { vote }: Pick<ControlState, "vote">,
): readonly Omit<DiscussedTopic, "title">[] {
  const votes = new Map<Topic, number>();
  for (const counted of vote?.result ?? []) {
    const topic = topicNow(board, counted);
    if (topic) votes.set(topic, (votes.get(topic) ?? 0) + counted.votes);
  }
  const others = allTopics(board).filter((topic) => !votes.has(topic));
  return [...votes.keys(), ...others].map((topic) => ({ ...topic, votes: votes.get(topic) ?? 0 }));
}

/** The topics that got votes, in the order in which they are talked about. */
export const topicsByVotes = (
  board: Board,
  control: Pick<ControlState, "vote">,
): readonly DiscussedTopic[] => discussionOrder(board, control).filter(({ votes }) => votes > 0);

const topicNow = (board: Pick<Board, "topics">, { topic, card }: CountedVote): Topic | undefined =>
  topicOf(board, topic) ?? topicOf(board, card);

const allTopics = ({ topics }: Pick<Board, "topics">): readonly Topic[] =>
  lessonSections.flatMap((section) => topics[section]);
