// Where a new note begins that nobody else sees: Enter keeps it and opens the next. When its column is revealed meanwhile,
// caret and words stay where they are.
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { DraftId, HideableSectionId } from "@secondstory/shared";
import { useKeepHint } from "../../cards/use-keep-hint.ts";
import { useDrafts } from "../../room/use-drafts.ts";
import { useSession } from "../../room/use-session.ts";
import { announce } from "../../ui/live-region.tsx";
import { ComposeSlot, NoteCard as Sheet } from "../../ui/note-card.tsx";
import { focusDraft } from "./change-draft.ts";
import { DraftField } from "./draft-field.tsx";
import { leaveDraft, startWriting } from "./open-draft.ts";
import { StillMine } from "./share-late.tsx";
import { useIsHidden, useUnderComposer } from "./use-writing.ts";

interface HiddenComposerProps {
  readonly section: HideableSectionId;
  readonly placeholder: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly isCompact: boolean;
  /** Nothing begins here for the moment. */
  readonly isOff: boolean;
  /** Enter opens no other: one note is enough. */
  readonly isSingle?: boolean | undefined;
}

/** The composer of a hidden column; in one that is open, only as long as a note that was begun before has the caret. */
export function HiddenComposer(props: HiddenComposerProps) {
  const { section, placeholder, label, shortcut, isCompact, isOff, isSingle = false } = props;
  const { t } = useLingui();
  const session = useSession();
  const isHidden = useIsHidden(section);
  const open = useUnderComposer(section);
  const draft = useDrafts((drafts) => drafts.find(({ id }) => id === open));
  const keepHint = useKeepHint();
  const frame = useRef<HTMLDivElement>(null);
  const leaveByKey = (id: DraftId) => {
    const { current } = frame;
    leaveDraft(session, id);
    const whereOneBegins = () => current?.closest("section")?.querySelector("button")?.focus();
    if (isHidden && !isSingle) requestAnimationFrame(whereOneBegins);
    else focusDraft(id, whereOneBegins); // it is in the list, to be shared
  };
  useEffect(
    () => () => {
      // After the page has turned, or another tab was chosen, nothing is being written.
      if (open !== undefined) setTimeout(() => leaveUnlessDrawn(() => leaveDraft(session, open)));
    },
    [session, open],
  );

  const density = isCompact ? "px-[.6rem]! py-[.45rem]! text-m! leading-[1.35]!" : "";
  return (
    <div ref={frame} className="contents">
      {draft ? (
        <div data-writing={draft.id}>
          <Sheet look="editing" className={density} foot={!isHidden && <StillMine draft={draft} />}>
            <DraftField
              key={draft.id}
              draft={draft}
              label={label}
              placeholder={placeholder}
              caret="end"
              hint={keepHint}
              onEnter={() => {
                if (draft.left) announce(t`Kept.`);
                if (!isHidden || (isSingle && draft.left)) leaveByKey(draft.id);
                else if (draft.left) startWriting(session, section);
              }}
              onDone={(how) =>
                how === "key" ? leaveByKey(draft.id) : leaveDraft(session, draft.id)
              }
            />
          </Sheet>
        </div>
      ) : (
        isHidden &&
        !isOff && (
          <ComposeSlot
            onPress={() => startWriting(session, section)}
            {...(shortcut !== undefined && { shortcut })}
            className={density}
          >
            {placeholder}
          </ComposeSlot>
        )
      )}
    </div>
  );
}

function leaveUnlessDrawn(leave: () => void): void {
  if (document.querySelector("[data-writing]") === null) leave();
}
