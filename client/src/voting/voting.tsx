// The vote as the screen sees it, put together once for all topics: what is open, what is mine, what came out.
import { useLingui } from "@lingui/react/macro";
import { nanoid } from "nanoid";
import { createContext, use, useMemo, type ReactNode } from "react";
import {
  castVote,
  isVoting,
  takeVoteBack,
  topicOf,
  votesWithin,
  type CardId,
  type LessonSectionId,
  type Vote,
} from "@secondstory/shared";
import { useTopicVotes } from "../focus/use-topics.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard, useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useMyVotes } from "../room/use-votes.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";

/** What there is to know about the vote on this screen. */
export interface Voting {
  readonly vote: Vote | undefined;
  readonly isOpen: boolean;
  /** Why I cannot vote; undefined if I can. */
  readonly readOnly: string | undefined;
  /** Whether what is mine is covered, because others may see this screen. */
  readonly isCovered: boolean;
  readonly left: number;
  readonly tooMany: number;
  readonly tooLate: number;
  /** How many of my votes are on a topic. */
  readonly mineOn: (topic: CardId) => number;
  /** How many votes a topic got; 0 while the vote is open. */
  readonly countOf: (topic: CardId) => number;
  readonly isVotedOn: (section: LessonSectionId) => boolean;
  readonly cast: (topic: CardId) => void;
  readonly takeBack: (topic: CardId) => void;
}

const VotingContext = createContext<Voting | undefined>(undefined);

/** The vote, for what is drawn below `VotingRoom`; elsewhere there is none. */
export const useVoting = (): Voting | undefined => use(VotingContext);

const noVote = { round: 0, budget: 0 };

/** Knows the vote for everything in it. */
export function VotingRoom({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  const session = useSession();
  const vote = useControl((control) => control.vote);
  const topics = useBoard((board) => board.topics);
  const readOnly = useReadOnlySentence();
  const isCovered = useIsSharing();
  const isOpen = isVoting(vote);
  const { round, budget } = vote ?? noVote;
  const { cast: all, tooMany, tooLate } = useMyVotes(round, budget, !isOpen);
  const mine = useMemo(() => {
    const byTopic = new Map<CardId, string[]>();
    for (const { id, topic, card } of votesWithin(all, budget)) {
      const found = topicOf({ topics }, topic) ?? topicOf({ topics }, card);
      if (found) byTopic.set(found.id, [...(byTopic.get(found.id) ?? []), id]);
    }
    return byTopic;
  }, [all, budget, topics]);
  const counts = useTopicVotes();
  const left = Math.max(0, budget - all.length);
  const voting = useMemo<Voting>(() => {
    const sayLeft = (rest: number) =>
      isCovered ? announce(t`Noted.`) : announce(t`You have ${rest} of ${budget} votes left.`);
    return {
      vote,
      isOpen,
      readOnly,
      isCovered,
      left,
      tooMany,
      tooLate,
      mineOn: (topic) => mine.get(topic)?.length ?? 0,
      countOf: (topic) => counts.get(topic) ?? 0,
      isVotedOn: (section) => vote?.sections.includes(section) ?? false,
      cast: (id) => {
        const topic = topicOf({ topics }, id);
        const card = topic?.cards[0];
        if (!isOpen || readOnly !== undefined || !topic || !card) return;
        if (!vote?.sections.includes(topic.section)) return;
        if (left === 0) {
          showToast({ text: t`You have no votes left. Take one back first.` });
          return;
        }
        // the moment first, so that of too many the first ones count
        const vid = `${session.now().toString(36).padStart(9, "0")}-${nanoid(8)}`;
        castVote(session.privateDoc, { id: vid, round, topic: topic.id, card });
        sayLeft(left - 1);
      },
      takeBack: (id) => {
        const topic = topicOf({ topics }, id);
        const last = topic && mine.get(topic.id)?.at(-1);
        if (!isOpen || readOnly !== undefined || !last) return;
        takeVoteBack(session.privateDoc, last);
        sayLeft(Math.min(budget, left + 1));
      },
    };
  }, [
    t,
    session,
    vote,
    isOpen,
    readOnly,
    isCovered,
    left,
    tooMany,
    tooLate,
    mine,
    counts,
    topics,
    round,
    budget,
  ]);
  return <VotingContext value={voting}>{children}</VotingContext>;
}
