// A group of notes: its name, and the notes between hairlines on a stack of sheets. Where it is crowded the stack is closed.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { ChevronDown, ChevronRight, PencilLine } from "lucide-react";
import { type ComponentType, type KeyboardEvent, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { topicTitle, type CardId, type Topic } from "@secondstory/shared";
import { EraseItem } from "../erase/erase-item.tsx";
import { FocusItems } from "../focus/focus-items.tsx";
import { useNoteFocus } from "../focus/use-note-focus.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { openGroupWith } from "../screen/grouping.ts";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { Menu, MenuItem, MenuSection } from "../ui/menu.tsx";
import { CardText } from "./card-text.tsx";
import { useEditing } from "./editing-card.ts";
import { GroupWithItem, TakeApartItem } from "./group-items.tsx";
import { takeApartWithUndo } from "./group-notes.ts";
import { MoreOnNote } from "./more-on-note.tsx";
import { moveToSection, moveWithin } from "./move-note.ts";
import { MoveToItems } from "./move-to-items.tsx";
import { isGroupKey } from "./note-card.tsx";
import { notesOf, setGroupOpen, useOpenGroup } from "./open-groups.ts";
import type { Destination } from "./note-menu.tsx";
import { useNoteDrag } from "./note-drag.ts";

/** What a list tells of a group in it. */
export interface GroupCardProps {
  readonly topic: Topic;
  readonly isCompact: boolean;
  /** What is dragged would be put to it. */
  readonly isTarget: boolean;
  readonly destinations: readonly Destination[];
  readonly isTabStop: boolean;
  readonly onArrow: (id: CardId, step: -1 | 1) => void;
  readonly onFocus: (id: CardId) => void;
  readonly onKey?: ((event: KeyboardEvent<HTMLElement>, id: CardId) => boolean) | undefined;
  readonly Aside?: ComponentType<{ readonly id: CardId; readonly name: string }> | undefined;
  /** Its notes, each in a list item. */
  readonly children: ReactNode;
}

/** The stack; its children are drawn while it is open. */
export function GroupCard(props: GroupCardProps) {
  const { topic, isCompact, isTarget, destinations, isTabStop, children, Aside } = props;
  const { t } = useLingui();
  const session = useSession();
  const { id, titles, cards, section } = topic;
  const readOnly = useReadOnlySentence();
  const name = useBoard((board) => topicTitle(board, topic));
  const isEditing = useEditing(id).caret !== undefined;
  const { isOpen, canClose } = useOpenGroup(topic, isCompact);
  const { isLifted, dragProps } = useNoteDrag(id, section, isEditing || readOnly !== undefined);
  const { isInFocus, putInFocus } = useNoteFocus(id, section);
  const count = plural(cards.length, { one: "# note", other: "# notes" });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (step !== undefined && event.altKey && readOnly === undefined) moveWithin(session, id, step);
    else if (step !== undefined && !event.altKey) props.onArrow(id, step);
    else if (canClose && event.key === "ArrowRight") setGroupOpen(session, id, true);
    else if (canClose && event.key === "ArrowLeft") setGroupOpen(session, id, false);
    else if (event.key === " " && putInFocus) putInFocus();
    else if (props.onKey?.(event, id)) props.onFocus(id);
    else if (readOnly === undefined && isGroupKey(event))
      if (event.shiftKey) takeApartWithUndo(session, id);
      else openGroupWith(id);
    else return;
    event.preventDefault();
  };
  const votes = Aside && <Aside id={id} name={name} />;
  return (
    <div
      {...dragProps}
      role="group"
      aria-label={t`Group: ${name}`}
      {...(isLifted && { "data-in-hand": id })}
      className={cx(
        "group/row relative mb-[9px] rounded-sheet border",
        isCompact ? "px-[.6rem] py-[.45rem]" : "px-[.85rem] py-[.7rem]",
        isLifted && "-rotate-1",
        isTarget
          ? "border-[1.5px] border-you bg-sheet shadow-[0_0_0_4px_var(--you-wash)]"
          : isInFocus
            ? "border-[1.5px] border-ink bg-sun-wash shadow-pop"
            : "border-line bg-sheet shadow-[3px_4px_0_-1px_var(--sheet),3px_4px_0_0_var(--line),6px_8px_0_-1px_var(--sheet),6px_8px_0_0_var(--line)]",
      )}
    >
      <div className="flex items-start gap-2">
        {canClose && (
          <AriaButton
            excludeFromTabOrder={!isTabStop}
            aria-expanded={isOpen}
            aria-label={isOpen ? t`Close: ${name}` : t`Open: ${name}`}
            onPress={() => setGroupOpen(session, id, !isOpen)}
            className="-my-0.5 -ml-1.5 grid size-7 shrink-0 place-items-center rounded-control text-ink-2 hovered:bg-sunk coarse:size-11"
          >
            <Icon of={isOpen ? ChevronDown : ChevronRight} />
          </AriaButton>
        )}
        <div
          className={cx(
            "min-w-0 flex-[1_1_9.5rem]",
            !isCompact && "flex flex-wrap items-baseline gap-x-2",
          )}
        >
          {titles.map((title) => (
            <Title
              key={title}
              id={title}
              isOnly={titles.length === 1}
              isTabStop={isTabStop && title === id}
              onKeyDown={onKeyDown}
              onFocus={() => props.onFocus(id)}
            />
          ))}
          <p className="type-small text-ink-2">{count}</p>
        </div>
        {!isOpen && votes}
        <div className="-my-1 -mr-1.5 shrink-0">
          <Menu
            label={t`What to do with the group`}
            trigger={<MoreOnNote label={t`Group`} name={name} isTabStop={isTabStop} />}
          >
            <RenameItem id={id} readOnly={readOnly} />
            <MenuSection label={t`Group`}>
              <GroupWithItem id={id} disabledReason={readOnly} />
              <TakeApartItem id={id} disabledReason={readOnly}>{t`Take apart`}</TakeApartItem>
            </MenuSection>
            <MoveToItems
              destinations={destinations}
              onMove={(to) => moveToSection(session, id, to.section, to.title)}
              disabledReason={readOnly}
            />
            <MenuSection label={t`Together`}>
              <FocusItems item={{ id, cards }} />
            </MenuSection>
            <EraseItem id={id} />
          </Menu>
        </div>
      </div>
      {isOpen && (
        <ul {...notesOf(id)} aria-label={name} className="mt-[.4rem] grid gap-[.4rem]">
          {children}
        </ul>
      )}
      {isOpen && votes && <div className="mt-[.4rem] flex empty:hidden">{votes}</div>}
    </div>
  );
}

function RenameItem({
  id,
  readOnly,
}: {
  readonly id: CardId;
  readonly readOnly: string | undefined;
}) {
  const { t } = useLingui();
  const { edit } = useEditing(id);
  const isNamed = useBoard((board) => (board.cards[id]?.plain ?? "") !== "");
  return (
    <MenuItem icon={PencilLine} onAction={() => edit("end")} disabledReason={readOnly}>
      {isNamed ? t`Rename the group` : t`Name the group`}
    </MenuItem>
  );
}

interface TitleProps {
  readonly id: CardId;
  readonly isOnly: boolean;
  readonly isTabStop: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: () => void;
}

/** A name that is blank is an invitation to give one, unless there is another name. */
function Title({ id, isOnly, isTabStop, onKeyDown, onFocus }: TitleProps) {
  const { t } = useLingui();
  const card = useBoard((board) => board.cards[id]);
  const isEditing = useEditing(id).caret !== undefined;
  if (!card || (!isOnly && card.plain === "" && !isEditing)) return null;
  return (
    <CardText
      card={card}
      label={t`Name of the group`}
      variant="line"
      placeholder={t`Name this group`}
      isTabStop={isTabStop}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      className="font-ui text-m leading-[1.3] font-semibold"
    />
  );
}
