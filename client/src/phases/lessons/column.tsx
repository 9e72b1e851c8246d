// One column of Lessons: what is mine alone in it, and the notes that everyone reads.
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { lessonSections, type CardId, type LessonSectionId } from "@secondstory/shared";
import { GroupCard } from "../../cards/group-card.tsx";
import { useOnMyScreen } from "../../cards/editing-card.ts";
import { useArrangement } from "../../cards/note-order.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard } from "../../room/use-room.ts";
import { NoteMark } from "../../sections/hidden/note-mark.tsx";
import { OwnNotes } from "../../sections/hidden/own-notes.tsx";
import { useFanOut } from "../../sections/hidden/use-fan-out.ts";
import { useIsHidden, useUnderComposer } from "../../sections/hidden/use-writing.ts";
import { SectionList } from "../../sections/section-list.tsx";
import { TopicVotes } from "../../voting/topic-votes.tsx";
import { useVoting } from "../../voting/voting.tsx";

interface ColumnProps {
  readonly section: LessonSectionId;
  readonly shortcut: string;
  readonly isCompact: boolean;
  /** Null where a count says it. */
  readonly empty?: null;
}

/** A column without its head. */
export function Column({ section, shortcut, isCompact, empty }: ColumnProps) {
  const { t } = useLingui();
  const say = useWords();
  const question = say(`sections.${section}.title`);
  const isHidden = useIsHidden(section);
  const isWriting = useUnderComposer(section) !== undefined;
  // Whoever was writing in the open when the column was hidden finishes that note.
  const isLive = useOnMyScreen(({ composing }) => composing?.section === section);
  const frame = useRef<HTMLDivElement>(null);
  useFocusAfter(isHidden && isLive, frame);
  useFanOut(
    frame,
    useBoard(({ order }) => order[section]),
    isHidden,
  );
  const destinations = useMemo(
    () =>
      lessonSections
        .filter((other) => other !== section)
        .map((other) => ({ section: other, title: say(`sections.${other}.title`) })),
    [section, say],
  );
  const arrange = useArrangement();
  const voting = useVoting();
  const hasVotes = voting?.isVotedOn(section) ?? false;
  const latest = useRef(voting);
  useEffect(() => {
    latest.current = voting;
  });
  const onKey = useCallback((event: KeyboardEvent<HTMLElement>, id: CardId) => {
    const isVote = event.key.toLowerCase() === "v" && !event.ctrlKey && !event.metaKey;
    if (!isVote || event.altKey || !latest.current?.isOpen) return false;
    if (event.shiftKey) latest.current.takeBack(id);
    else latest.current.cast(id);
    return true;
  }, []);
  const composer = { placeholder: t`Write a note`, label: t`Note: ${question}`, shortcut };
  const isOpen = (!isHidden && !isWriting) || isLive;
  return (
    <div ref={frame}>
      <SectionList
        section={section}
        label={question}
        cardLabel={t`Note`}
        {...(isOpen && {
          composer: { kind: "live" as const, at: "top" as const, isLast: isHidden, ...composer },
        })}
        top={
          <OwnNotes
            section={section}
            question={question}
            composer={{ ...composer, isOff: isLive }}
            noteLabel={t`Note`}
            isCompact={isCompact}
            destinations={destinations}
          />
        }
        isCompact={isCompact}
        empty={empty ?? (isHidden ? null : undefined)}
        destinations={destinations}
        Foot={NoteMark}
        Group={GroupCard}
        arrange={arrange}
        Aside={hasVotes ? TopicVotes : undefined}
        onKey={onKey}
      />
    </div>
  );
}

/** Where a composer has gone with the focus in it, the focus goes to the one that has come in its place. */
function useFocusAfter(isThere: boolean, frame: { readonly current: HTMLElement | null }): void {
  const wasThere = useRef(isThere);
  useEffect(() => {
    if (wasThere.current && !isThere && document.activeElement === document.body)
      frame.current?.querySelector("button")?.focus();
    wasThere.current = isThere;
  }, [isThere, frame]);
}
