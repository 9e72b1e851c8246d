// What is mine alone in a column: the composer while the column is hidden, my notes, and the pile of the others'. Once the
// column is open, what was not shared stays here until its author shares it.
import { useLingui } from "@lingui/react/macro";
import type { HideableSectionId } from "@secondstory/shared";
import { useControl, useReadOnlyReason } from "../../room/use-room.ts";
import { cx } from "../../ui/cx.ts";
import type { OwnDestination } from "./change-draft.ts";
import { HiddenComposer } from "./hidden-composer.tsx";
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
  return (
    <>
      {!isReadOnly && <HiddenComposer section={section} isCompact={isCompact} {...composer} />}
      {ids.length > 0 && (
        <ul
          aria-label={t`Only you see these: ${question}`}
          className={cx("flex flex-col", isCompact ? "gap-[.4rem]" : "gap-2")}
        >
          {ids.map((id) => (
            <li key={id}>
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
      {isHidden && <OthersPile section={section} />}
    </>
  );
}

function OthersPile({ section }: { readonly section: HideableSectionId }) {
  const { others } = useHiddenCount(section);
  const isWritten = useControl(({ writing }) => writing[section]?.isBeingWritten === true);
  return <Pile count={others} isWritten={isWritten} />;
}
