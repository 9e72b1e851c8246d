// A note on its sheet: read, edited, written in by somebody else, or removed a moment ago; with everything that can be done
// with it behind one button and on keys.
import { useLingui } from "@lingui/react/macro";
import {
  ArrowDown,
  ArrowUp,
  CloudOff,
  CornerDownRight,
  Ellipsis,
  Pencil,
  Trash2,
} from "lucide-react";
import { memo, type ComponentType, type KeyboardEvent } from "react";
import type { CardId, SectionId } from "@secondstory/shared";
import { EraseItem } from "../erase/erase-item.tsx";
import { FocusItems } from "../focus/focus-items.tsx";
import { Star } from "../focus/star.tsx";
import { useNoteFocus } from "../focus/use-note-focus.ts";
import { useBoard, useConnection } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { Menu, MenuItem, MenuSection } from "../ui/menu.tsx";
import { NoteCard as Sheet, NoteGone, WriterTag, type NoteLook } from "../ui/note-card.tsx";
import { AsideItem } from "./aside-item.tsx";
import { CardText, excerptOf } from "./card-text.tsx";
import { FoldedSlip } from "./folded-slip.tsx";
import { CopyLinkItem } from "./copy-link-item.tsx";
import { useEditing } from "./editing-card.ts";
import { cardFocus } from "./focus-card.ts";
import { moveToSection, moveWithin } from "./move-note.ts";
import { useNoteDrag } from "./note-drag.ts";
import { putBack, removeCardWithUndo } from "./remove-card-with-undo.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useKeepHint } from "./use-keep-hint.ts";
import { useWriter } from "./use-writer.ts";

/** Another section a note can go to. */
export interface Destination {
  readonly section: SectionId;
  readonly title: string;
}

interface NoteCardProps {
  readonly id: CardId;
  /** What it is called: “Note”, “Condition”. */
  readonly label: string;
  readonly destinations?: readonly Destination[];
  /** A sheet that can be picked up, or a row between hairlines. */
  readonly look?: "sheet" | "row";
  readonly isCompact?: boolean;
  /** Arrows move between notes; Tab stops at one of them. */
  readonly isTabStop?: boolean;
  readonly onArrow?: (id: CardId, step: -1 | 1) => void;
  readonly onFocus?: (id: CardId) => void;
  /** What stands below its text: where it was parked, for instance. */
  readonly Foot?: ComponentType<{ readonly id: CardId }> | undefined;
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
    else if (event.key === "Delete" && readOnly === undefined) removeCardWithUndo(session, id);
    else return;
    event.preventDefault();
  };
  const text = (
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
  const kept = isKeptHere && !isEditing && (
    <>
      <Icon of={CloudOff} />
      {t`kept here`}
    </>
  );
  const excerpt = excerptOf(card);
  const menu = !isEditing && (
    <Menu
      label={t`What to do with it`}
      trigger={
        <Button
          look="quiet"
          size="icon"
          aria-label={excerpt === "" ? t`More: ${label}` : t`More: ${excerpt}`}
          excludeFromTabOrder={!isTabStop}
          className="size-8! text-ink-3 coarse:-my-1.5 coarse:size-11!"
        >
          <Icon of={Ellipsis} />
        </Button>
      }
    >
      <MenuSection label={t`Text`}>
        <MenuItem icon={Pencil} onAction={() => edit("end")} disabledReason={readOnly}>
          {t`Edit`}
        </MenuItem>
        <CopyLinkItem id={id} />
      </MenuSection>
      {destinations.length > 0 && (
        <MenuSection title={t`Move to`}>
          {destinations.map(({ section, title }) => (
            <MenuItem
              key={section}
              icon={CornerDownRight}
              onAction={() => moveToSection(session, id, section, title)}
              disabledReason={readOnly}
            >
              {title}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {isTopic && (
        <MenuSection label={t`Together`}>
          <FocusItems item={{ id, cards: [id] }} />
        </MenuSection>
      )}
      <MenuSection label={t`Order`}>
        <MenuItem
          icon={ArrowUp}
          shortcut="alt+↑"
          onAction={() => moveWithin(session, id, -1)}
          disabledReason={readOnly}
        >
          {t`Move up`}
        </MenuItem>
        <MenuItem
          icon={ArrowDown}
          shortcut="alt+↓"
          onAction={() => moveWithin(session, id, 1)}
          disabledReason={readOnly}
        >
          {t`Move down`}
        </MenuItem>
      </MenuSection>
      <MenuSection label={t`Removing`}>
        <AsideItem id={id} />
        <MenuItem
          icon={Trash2}
          shortcut={t`Del`}
          onAction={() => removeCardWithUndo(session, id)}
          disabledReason={readOnly}
        >
          {t`Remove`}
        </MenuItem>
        <EraseItem id={id} />
      </MenuSection>
    </Menu>
  );

  if (look === "row")
    return (
      <div
        {...dragProps}
        className={cx(
          "relative flex items-start gap-2 type-note text-l!",
          isKeptHere && "border-l-2 border-dashed border-you-line pl-3",
        )}
      >
        {writer && !isEditing && <WriterTag {...writer} />}
        <div className="min-w-0 flex-1">
          {text}
          {Foot && <Foot id={id} />}
          {kept && <p className="mt-1 flex items-center gap-1.5 type-small text-you">{kept}</p>}
        </div>
        {menu && <div className="-my-1 -mr-1.5 shrink-0">{menu}</div>}
      </div>
    );
  return (
    <Sheet
      {...dragProps}
      look={
        isLifted ? "lifted" : isInFocus && !isEditing ? "focus" : sheetLook(isEditing, isKeptHere)
      }
      writer={isEditing ? undefined : writer}
      aside={menu}
      foot={kept}
      className={isCompact ? "px-[.6rem]! py-[.45rem]! text-m! leading-[1.35]!" : ""}
    >
      {text}
      {isTopic && <Star id={id} />}
      {Foot && <Foot id={id} />}
    </Sheet>
  );
});

const sheetLook = (isEditing: boolean, isKeptHere: boolean): NoteLook =>
  isEditing ? "editing" : isKeptHere ? "mine" : "plain";
