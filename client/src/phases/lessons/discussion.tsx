// Discussing one at a time: the topics in their order at the left, the one that is talked about large at the right.
import { Trans, useLingui } from "@lingui/react/macro";
import { EyeOff } from "lucide-react";
import { useMemo } from "react";
import { lessonSections, type CardId, type WalkItem } from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { ReturnPill } from "../../focus/return-pill.tsx";
import { Star } from "../../focus/star.tsx";
import { useLeadsHere, usePutInFocus, useSeen } from "../../focus/use-focus.ts";
import { useTopics } from "../../focus/use-topics.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard, useRole } from "../../room/use-room.ts";
import { useIsSharing } from "../../screen/sharing.ts";
import { CoverageLine } from "../../sections/focus/coverage-line.tsx";
import { Remarks } from "../../sections/focus/remarks.tsx";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { VoteCount } from "../../voting/vote-count.tsx";
import { SubSteps } from "./sub-steps.tsx";
import { useLineInSight, useTopInSight } from "./topic-in-sight.ts";
import { topicName } from "./topic-name.ts";
import type { Discussion } from "./use-discussion.ts";

/** How much of a title fits into the pill, also on a phone. */
const pillLength = 36;

interface DiscussionProps {
  readonly discussion: Discussion;
  readonly topic: WalkItem;
}

/** The page while a topic is in the light. */
export function DiscussionPage({ discussion, topic }: DiscussionProps) {
  const page = useTopInSight(topic.id);
  return (
    <div
      ref={page}
      className="grid flex-1 content-start *:border-line laptop:grid-cols-[22.5rem_minmax(0,1fr)] laptop:content-stretch laptop:*:last:border-l"
    >
      <Agenda discussion={discussion} shown={topic.id} />
      <Topic topic={topic} />
    </div>
  );
}

/** The way back to the topic of the group. */
export function BackToTopic({ discussion }: { readonly discussion: Discussion }) {
  const { t } = useLingui();
  const id = discussion.walk.current?.id;
  const title = useBoard((board) => id && topicName(board, id));
  if (!discussion.isElsewhere || !id || title === undefined) return null;
  const short = title.length > pillLength ? `${title.slice(0, pillLength).trimEnd()} …` : title;
  return <ReturnPill item={id} name={t`“${short}”`} onReturn={discussion.comeBack} />;
}

interface AgendaProps {
  readonly discussion: Discussion;
  readonly shown: CardId;
}

/** All topics. Whoever leads takes everybody to one, everybody else goes there alone. */
function Agenda({ discussion: { walk, lookAt }, shown }: AgendaProps) {
  const votes = useVotes();
  const { t } = useLingui();
  const word = useWords();
  const put = usePutInFocus();
  const { leads, reason } = useLeadsHere();
  const isForAll = leads && reason === undefined;
  const list = useLineInSight(walk.current?.id);
  return (
    <div
      ref={list}
      className="border-line max-laptop:order-2 max-laptop:border-t laptop:sticky laptop:top-(--top) laptop:max-h-[calc(100dvh-var(--top)-var(--dock))] laptop:self-start laptop:overflow-y-auto"
    >
      <div className="px-(--page) pt-6 pb-3">
        <h1 tabIndex={-1} data-page-title className="rounded-sheet type-title">
          {word("phases.lessons.title")}
        </h1>
        <div className="mt-2 -ml-2">
          <SubSteps />
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-s">
          <CoverageLine walk={walk} />
          <TextButton onPress={() => (isForAll ? put(undefined) : lookAt("columns"))}>
            {isForAll ? <Trans>Back to all notes</Trans> : <Trans>Show all notes</Trans>}
          </TextButton>
        </div>
      </div>
      <ol aria-label={t`Topics`}>
        {walk.walked.map((item) => (
          <li key={item.id} className="border-b border-line first:border-t">
            <TopicLine
              item={item}
              votes={votes.get(item.id) ?? 0}
              isInFocus={item.id === walk.current?.id}
              isShown={item.id === shown}
              onPress={() => (isForAll ? put(item) : lookAt(item.id))}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The votes of each topic, as they were counted. */
function useVotes(): ReadonlyMap<CardId, number> {
  const topics = useTopics();
  return useMemo(() => new Map(topics.map(({ id, votes }) => [id, votes])), [topics]);
}

interface TopicLineProps {
  readonly item: WalkItem;
  readonly votes: number;
  readonly isInFocus: boolean;
  readonly isShown: boolean;
  readonly onPress: () => void;
}

function TopicLine({ item, votes, isInFocus, isShown, onPress }: TopicLineProps) {
  const word = useWords();
  const title = useBoard((board) => topicName(board, item.id));
  const section = useBoard(({ cards }) => cards[item.id]?.section);
  const mark = useSeen(item.id);
  const lesson = lessonSections.find((id) => id === section);
  return (
    <div
      className={cx(
        "relative flex items-center gap-3 px-(--page) py-2.5",
        isInFocus &&
          "bg-sun-wash before:absolute before:inset-y-0 before:left-0 before:w-[5px] before:border-r-[1.25px] before:border-(--sun-edge) before:bg-sun",
      )}
    >
      <div className="min-w-0 flex-1">
        <TextButton
          look="plain"
          onPress={onPress}
          {...((isInFocus || isShown) && { "aria-current": isInFocus ? "step" : "page" })}
          className={cx(
            "line-clamp-2 w-full type-note leading-[1.35]! coarse:min-h-11",
            isInFocus && "font-semibold!",
            isShown && !isInFocus && "underline decoration-you decoration-2 underline-offset-4",
            mark && !isInFocus && "text-ink-2",
          )}
        >
          {title}
        </TextButton>
        <span className="flex items-center gap-2 text-s text-ink-2">
          {lesson && word(`sections.${lesson}.short`)}
          {mark?.isSkipped && (
            <span className="inline-flex items-center gap-1">
              <Icon of={EyeOff} /> <Trans>skipped</Trans>
            </span>
          )}
        </span>
      </div>
      <Star id={item.id} />
      {votes > 0 && <VoteCount count={votes} />}
    </div>
  );
}

function Topic({ topic }: { readonly topic: WalkItem }) {
  const word = useWords();
  const title = useBoard((board) => topicName(board, topic.id));
  const section = useBoard(({ cards }) => cards[topic.id]?.section);
  const lesson = lessonSections.find((id) => id === section);
  const isAlone = topic.cards.length === 1 && topic.cards[0] === topic.id;
  return (
    <article className="min-w-0 px-(--page) pt-8 pb-10 laptop:px-[4rem] laptop:pt-14">
      <p className="text-s font-semibold text-ink-2">
        {lesson && word(`sections.${lesson}.title`)}
      </p>
      <h2 className="mt-1 max-w-200 font-story text-[clamp(1.75rem,3.2vw,3rem)] leading-[1.12] tracking-[-.02em] [overflow-wrap:anywhere] hyphens-auto room-view:text-[clamp(2rem,4.4vw,4rem)]">
        {isAlone ? <Note id={topic.id} isLarge /> : title}
      </h2>
      {!isAlone && (
        <ul className="mt-5 grid max-w-200 gap-3">
          {topic.cards.map((id) => (
            <li
              key={id}
              className="flex gap-3 font-story text-xl leading-snug before:text-ink-3 before:content-['–'] room-view:text-2xl"
            >
              <Note id={id} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-8 grid max-w-176 gap-6 border-t border-line pt-5">
        <Remarks about={topic.id} />
        <YouCouldAsk />
      </div>
    </article>
  );
}

function Note({ id, isLarge = false }: { readonly id: CardId; readonly isLarge?: boolean }) {
  const { t } = useLingui();
  const card = useBoard(({ cards }) => cards[id]);
  if (!card) return null;
  return <CardText card={card} label={t`Note`} className={cx("min-w-0", !isLarge && "flex-1")} />;
}

/** For whoever leads, and never on a screen that others may see. */
function YouCouldAsk() {
  const isFacilitator = useRole() === "facilitator";
  const isSharing = useIsSharing();
  if (!isFacilitator || isSharing) return null;
  return (
    <section className="border-t border-dashed border-you-line pt-4">
      <p className="flex items-center gap-1.5 text-s font-medium text-you">
        <Icon of={EyeOff} />
        <Trans>You could ask, only you see this</Trans>
      </p>
      <ul className="mt-2 grid gap-1.5 type-say text-ink-2">
        <li>
          <Trans>“When did this help or get in the way before?”</Trans>
        </li>
        <li>
          <Trans>“What would somebody see who does this work every day?”</Trans>
        </li>
      </ul>
    </section>
  );
}
