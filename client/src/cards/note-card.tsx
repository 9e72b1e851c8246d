// A note on its sheet: read, edited, written in by somebody else, or removed a moment ago; with everything that can be done
// with it behind one button and on keys.
import { useLingui } from "@lingui/react/macro";
import { CloudOff } from "lucide-react";
import { memo, type ComponentType, type KeyboardEvent } from "react";
import type { CardId } from "@secondstory/shared";
import { Star } from "../focus/star.tsx";
import { useNoteFocus } from "../focus/use-note-focus.ts";
import { useBoard, useConnection } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { openGroupWith } from "../screen/grouping.ts";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { NoteCard as Sheet, NoteGone, WriterTag, type NoteLook } from "../ui/note-card.tsx";
import { CardText } from "./card-text.tsx";
import { excerptOf } from "./excerpt-of.ts";
import { NoteMenu, type Destination } from "./note-menu.tsx";
import { FoldedSlip } from "./folded-slip.tsx";
import { useEditing } from "./editing-card.ts";
import { cardFocus } from "./focus-card.ts";
import { takeApartWithUndo } from "./group-notes.ts";
import { moveWithin } from "./move-note.ts";
import { useNoteDrag } from "./note-drag.ts";
import { putBack, removeCardWithUndo } from "./remove-card-with-undo.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useKeepHint } from "./use-keep-hint.ts";
import { useWriter } from "./use-writer.ts";

interface NoteCardProps {
  readonly id: CardId;
  /** What it is called: “Note”, “Condition”. */
  readonly label: string;
  readonly destinations?: readonly Destination[];
  /** A sheet that can be picked up, or a row between hairlines. */
  readonly look?: "sheet" | "row";
  /** Whether notes can be put together here. */
  readonly isGrouping?: boolean;
  /** It stands in a group, as one of its notes. */
  readonly isInGroup?: boolean;
  /** What is dragged would be put to it. */
  readonly isTarget?: boolean;
  readonly isCompact?: boolean;
  /** Arrows move between notes; Tab stops at one of them. */
  readonly isTabStop?: boolean;
  readonly onArrow?: (id: CardId, step: -1 | 1) => void;
  readonly onFocus?: (id: CardId) => void;
  /** What stands below its text: where it was parked, for instance. */
  readonly Foot?: ComponentType<{ readonly id: CardId }> | undefined;
  /** What stands at the right of its text, or below it where there is no room: votes. */
  readonly Aside?: ComponentType<{ readonly id: CardId; readonly name: string }> | undefined;
  /** Keys that mean something here alone; true for one that it took. */
  readonly onKey?: ((event: KeyboardEvent<HTMLElement>, id: CardId) => boolean) | undefined;
}

const none: readonly Destination[] = [];

/** One note. */
export const NoteCard = memo(function NoteCard({
  id,
  label,
  destinations = none,
  look = "sheet",
  isCompact = false,
  isTabStop = true,
  onArrow,
  onFocus,
  Foot,
  isGrouping = false,
  isInGroup = false,
  isTarget = false,
  Aside,
  onKey,
}: NoteCardProps) {
  const { t } = useLingui();
  const session = useSession();
  const card = useBoard((board) => board.cards[id]);
  const { caret, edit } = useEditing(id);
  const writer = useWriter(id);
  const isKeptHere = useConnection(
    ({ isOnline, pending }) => !isOnline && pending.some(({ target }) => target === id),
  );
  const readOnly = useReadOnlySentence();
  const keepHint = useKeepHint();
  const isOff = caret !== undefined || readOnly !== undefined;
  const { isTopic, isInFocus, putInFocus } = useNoteFocus(id, card?.section);
  const { isLifted, dragProps } = useNoteDrag(id, card?.section, isOff);
  if (!card) return null;
  if (card.removedAt !== undefined)
    return (
      <div {...cardFocus(id)} tabIndex={-1} className="rounded-sheet">
        <NoteGone onPutBack={() => putBack(session, id)} />
      </div>
    );

  if (card.asideAt !== undefined) return <FoldedSlip id={id} look={look} />;

  const isEditing = caret !== undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (step !== undefined && event.altKey && readOnly === undefined) moveWithin(session, id, step);
    else if (step !== undefined && !event.altKey) onArrow?.(id, step);
    else if (event.key === " " && putInFocus) putInFocus();
    else if (onKey?.(event, id)) onFocus?.(id);
    else if (isGrouping && readOnly === undefined && isGroupKey(event))
      if (event.shiftKey) takeApartWithUndo(session, id);
      else openGroupWith(id);
    else if (event.key === "Delete" && readOnly === undefined) removeCardWithUndo(session, id);
    else return;
    event.preventDefault();
  };
  const words = (
    <CardText
      card={card}
      label={label}
      variant="line"
      hint={keepHint}
      isTabStop={isTabStop}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus?.(id)}
    />
  );
  const excerpt = excerptOf(card);
  const text = Aside ? (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="min-w-0 flex-[1_1_9.5rem]">
        {words}
        {Foot && <Foot id={id} />}
      </div>
      {!isEditing && <Aside id={id} name={excerpt} />}
    </div>
  ) : (
    <>
      {words}
      {Foot && <Foot id={id} />}
    </>
  );
  const kept = isKeptHere && !isEditing && (
    <>
      <Icon of={CloudOff} />
      {t`kept here`}
    </>
  );
  const menu = !isEditing && (
    <NoteMenu
      id={id}
      label={label}
      name={excerpt}
      destinations={destinations}
      isGrouping={isGrouping}
      isInGroup={isInGroup}
      isTopic={isTopic}
      isTabStop={isTabStop}
      onEdit={() => edit("end")}
    />
  );

  if (look === "row")
    return (
      <div
        {...dragProps}
        {...(isLifted && { "data-in-hand": id })}
        className={cx(
          "relative flex items-start gap-2 type-note",
          isInGroup ? isCompact && "text-m! leading-[1.35]!" : "text-l!",
          isLifted && "opacity-50",
          isKeptHere && "border-l-2 border-dashed border-you-line pl-3",
        )}
      >
        {writer && !isEditing && <WriterTag {...writer} />}
        <div className="min-w-0 flex-1">
          {text}
          {kept && <p className="mt-1 flex items-center gap-1.5 type-small text-you">{kept}</p>}
        </div>
        {menu && <div className="-my-1 -mr-1.5 shrink-0">{menu}</div>}
      </div>
    );
  return (
    <Sheet
      {...dragProps}
      look={
        isLifted
          ? "lifted"
          : isTarget
            ? "target"
            : isInFocus && !isEditing
              ? "focus"
              : sheetLook(isEditing, isKeptHere)
      }
      writer={isEditing ? undefined : writer}
      aside={menu}
      foot={kept}
      className={isCompact ? "px-[.6rem]! py-[.45rem]! text-m! leading-[1.35]!" : ""}
    >
      {text}
      {isTopic && <Star id={id} />}
    </Sheet>
  );
});

/** M or Shift+M, with nothing else held. */
export const isGroupKey = (event: KeyboardEvent<HTMLElement>): boolean =>
  event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey && !event.altKey;

const sheetLook = (isEditing: boolean, isKeptHere: boolean): NoteLook =>
  isEditing ? "editing" : isKeptHere ? "mine" : "plain";
