// Where a new note begins: its words are on everyone's board while they are typed. Enter keeps it and opens the next.
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { restoreCard, type SectionId } from "@secondstory/shared";
import { composeNext, startComposing, stopComposing } from "../cards/compose-live.ts";
import { onMyScreen, useOnMyScreen } from "../cards/editing-card.ts";
import { useKeepHint } from "../cards/use-keep-hint.ts";
import { Editor } from "../editor/editor.tsx";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { announce } from "../ui/live-region.tsx";
import { ComposeSlot, NoteCard as Sheet, NoteGone } from "../ui/note-card.tsx";

export interface ComposerProps {
  readonly section: SectionId;
  /** What it says while it is empty. */
  readonly placeholder: string;
  /** What the field is called: with its question, as there are several. */
  readonly label: string;
  /** The key that comes here. */
  readonly shortcut?: string | undefined;
  readonly isCompact?: boolean | undefined;
}

interface LiveComposerProps extends ComposerProps {
  /** Enter opens no other: the next one is written hidden. */
  readonly isLast?: boolean | undefined;
}

/** The composer of a section whose cards are written in the open. */
export function LiveComposer(props: LiveComposerProps) {
  const { section, placeholder, label, shortcut, isCompact, isLast = false } = props;
  const { t } = useLingui();
  const session = useSession();
  const card = useOnMyScreen(({ composing }) =>
    composing?.section === section ? composing.card : undefined,
  );
  const keepHint = useKeepHint();
  const frame = useRef<HTMLDivElement>(null);
  const isLeavingByKey = useRef(false);
  useEffect(() => {
    if (card !== undefined || !isLeavingByKey.current) return;
    isLeavingByKey.current = false;
    frame.current?.querySelector("button")?.focus();
  }, [card]);
  useEffect(
    () => () => {
      // After the page has turned, or another tab was chosen, nothing is being composed.
      setTimeout(() => {
        const { composing } = onMyScreen(session).get();
        const isDrawn = document.querySelector(`[data-composer="${section}"]`) !== null;
        if (!isDrawn && composing?.section === section) stopComposing(session, composing.card);
      });
    },
    [session, section],
  );
  const isAside = useBoard(({ cards }) => card !== undefined && cards[card]?.asideAt !== undefined);
  useEffect(() => {
    if (card !== undefined && isAside) stopComposing(session, card);
  }, [session, card, isAside]);
  const isRemoved = useBoard(
    ({ cards }) => card !== undefined && cards[card]?.removedAt !== undefined,
  );

  const density = isCompact ? "px-[.6rem]! py-[.45rem]! text-m! leading-[1.35]!" : "";
  return (
    <div ref={frame} data-composer={section}>
      {card !== undefined && isRemoved ? (
        <NoteGone onPutBack={() => restoreCard(session.board, card)} />
      ) : card === undefined ? (
        <ComposeSlot
          onPress={() => startComposing(session, section)}
          {...(shortcut !== undefined && { shortcut })}
          className={density}
        >
          {placeholder}
        </ComposeSlot>
      ) : (
        <Sheet look="editing" className={density}>
          <Editor
            key={card}
            target={{ kind: "card", id: card }}
            label={label}
            placeholder={placeholder}
            variant="line"
            autoFocus="end"
            hint={keepHint}
            onEnter={() => {
              if (isLast) stopComposing(session, card);
              else if (composeNext(session, section, card)) announce(t`Kept.`);
            }}
            onEscape={() => {
              isLeavingByKey.current = true;
              stopComposing(session, card);
            }}
            onLeave={() => stopComposing(session, card)}
          />
        </Sheet>
      )}
    </div>
  );
}
