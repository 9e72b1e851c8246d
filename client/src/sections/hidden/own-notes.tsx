// What is mine alone in a column: the composer while the column is hidden, my notes, and the pile of the others'. Once the
// column is open, what was not shared stays here until its author shares it.
import { useLingui } from "@lingui/react/macro";
import { useEffect, useMemo } from "react";
import type { HideableSectionId } from "@secondstory/shared";
import { useControl, useReadOnlyReason } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { cx } from "../../ui/cx.ts";
import type { OwnDestination } from "./change-draft.ts";
import { useDraftDrop } from "./draft-drag.ts";
import { HiddenComposer } from "./hidden-composer.tsx";
import { leaveDraft, useOpenDraft } from "./open-draft.ts";
import { OwnNote } from "./own-note.tsx";
import { Pile } from "./pile.tsx";
import { useHiddenCount, useIsHidden, useOwnNotes } from "./use-writing.ts";

interface OwnNotesProps {
  readonly section: HideableSectionId;
  /** What the list is called: the question. */
  readonly question: string;
  readonly composer: {
    readonly placeholder: string;
    readonly label: string;
    readonly shortcut?: string | undefined;
    /** Nothing begins here for the moment: a note that was begun in the open is finished first. */
    readonly isOff: boolean;
    /** Enter opens no other: one note is enough. */
    readonly isSingle?: boolean;
  };
  /** What one note is called. */
  readonly noteLabel: string;
  readonly isCompact: boolean;
  readonly destinations: readonly OwnDestination[];
}

/** The part of a column that I alone see. */
export function OwnNotes(props: OwnNotesProps) {
  const { section, question, composer, noteLabel, isCompact, destinations } = props;
  const { t } = useLingui();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const isHidden = useIsHidden(section);
  const ids = useOwnNotes(section);
  useLeaveWhenReadOnly(section, isReadOnly);
  const accepts = useMemo(() => destinations.map((to) => to.section), [destinations]);
  const { before, dropProps } = useDraftDrop(section, accepts);
  return (
    <div {...(!isReadOnly && dropProps)} className="contents">
      {!isReadOnly && <HiddenComposer section={section} isCompact={isCompact} {...composer} />}
      {ids.length > 0 && (
        <ul
          aria-label={t`Only you see these: ${question}`}
          className={cx("flex flex-col", isCompact ? "gap-[.4rem]" : "gap-2")}
        >
          {ids.map((id) => (
            <li
              key={id}
              data-draft={id}
              className={cx(before === id && "shadow-[0_-5px_0_-2px_var(--you)]")}
            >
              <OwnNote
                id={id}
                section={section}
                label={noteLabel}
                destinations={destinations}
                isCompact={isCompact}
              />
            </li>
          ))}
        </ul>
      )}
      {before === "end" && <div className="h-[3px] rounded-pill bg-you" />}
      {isHidden && <OthersPile section={section} />}
    </div>
  );
}

/** Whoever may not write any more has no composer: what stood in it is among their notes. */
function useLeaveWhenReadOnly(section: HideableSectionId, isReadOnly: boolean): void {
  const session = useSession();
  const open = useOpenDraft((draft) => (draft?.section === section ? draft.id : undefined));
  useEffect(() => {
    if (isReadOnly && open !== undefined) leaveDraft(session, open);
  }, [session, isReadOnly, open]);
}

/** The notes of the others, as their number. */
export function OthersPile({ section }: { readonly section: HideableSectionId }) {
  const { others } = useHiddenCount(section);
  const isWritten = useControl(({ writing }) => writing[section]?.isBeingWritten === true);
  return <Pile count={others} isWritten={isWritten} />;
}
