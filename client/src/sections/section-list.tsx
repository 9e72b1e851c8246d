// Draws any section: its cards in order, where a new one begins, and what stands there while there is none. Tab stops once
// in the list, arrows move in it, and the focus of a card that goes passes on to its neighbour.
import {
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  isGroup,
  lessonSections,
  type CardId,
  type FieldsOf,
  type SectionId,
  type Topic,
} from "@secondstory/shared";
import { useOnMyScreen } from "../cards/editing-card.ts";
import { focusCard } from "../cards/focus-card.ts";
import type { GroupCardProps } from "../cards/group-card.tsx";
import { NoteCard } from "../cards/note-card.tsx";
import { useOpenedGroups } from "../cards/open-groups.ts";
import type { Destination } from "../cards/note-menu.tsx";
import { useNoteDrop } from "../cards/note-drag.ts";
import { useSectionCards } from "../cards/use-section-cards.ts";
import { loadEditorWhenIdle } from "../editor/load-editor.ts";
import { useBoard, useReadOnlyReason } from "../room/use-room.ts";
import { cx } from "../ui/cx.ts";
import { NothingYet } from "../ui/nothing-yet.tsx";
import { DraftComposer } from "./draft-composer.tsx";
import { LiveComposer } from "./live-composer.tsx";

interface SectionListProps<Id extends SectionId> {
  readonly section: Id;
  /** What the list is called. */
  readonly label: string;
  /** What one card of it is called: “Note”. */
  readonly cardLabel: string;
  /** Where a new one begins; none where it begins elsewhere. */
  readonly composer?: {
    /** `live`: everyone sees the words as they are typed. `draft`: they appear with Enter. */
    readonly kind: "live" | "draft";
    readonly placeholder: string;
    readonly label: string;
    readonly shortcut?: string | undefined;
    readonly at?: "top" | "bottom";
    readonly fields?: Partial<FieldsOf<Id>>;
    readonly autoFocus?: boolean;
    readonly isLast?: boolean;
  };
  /** Stands above the cards: what is mine alone. */
  readonly top?: ReactNode;
  readonly look?: "sheet" | "row";
  readonly isNumbered?: boolean;
  readonly isCompact?: boolean;
  readonly destinations?: readonly Destination[] | undefined;
  /** Draws a group. Where there is one, notes can be put together; it is part of no page that has none. */
  readonly Group?: ComponentType<GroupCardProps> | undefined;
  /** Sorts the rows on this screen; then none is put between two others by hand. */
  readonly arrange?: ((rows: readonly ListRow[]) => readonly ListRow[]) | undefined;
  /** Beside each row's text: votes. */
  readonly Aside?: ComponentType<{ readonly id: CardId; readonly name: string }> | undefined;
  /** Keys that mean something in this list alone; true for one that it took. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>, id: CardId) => boolean;
  /** Below each card's text. */
  readonly Foot?: ComponentType<{ readonly id: CardId }>;
  /** Stands there while there is no card: an example, which is for whoever may write. Null where another place says so. */
  readonly empty?: ReactNode;
}

/** The list of a section. Whoever may not write sees it without a composer. */
export function SectionList<Id extends SectionId>(props: SectionListProps<Id>) {
  const { section, label, cardLabel, composer, top, look = "sheet", isNumbered = false } = props;
  const { isCompact = false, destinations, empty, Foot, Group, Aside, onKey } = props;
  const { arrange } = props;
  const isGrouping = Group !== undefined;
  const isReadOnly = useReadOnlyReason() !== undefined;
  const composing = useOnMyScreen((screen) => screen.composing?.card);
  const all = useSectionCards(section);
  const ids = composing === undefined ? all : all.filter((id) => id !== composing);
  const list = useRef<HTMLElement>(null);
  const placed = useRows(section, ids, isGrouping);
  const rows = useMemo(() => arrange?.(placed) ?? placed, [arrange, placed]);
  const opened = useOpenedGroups();
  const stops = useMemo(
    () => rows.flatMap((row) => stopsOf(row, isCompact && !opened.has(row.id))),
    [rows, isCompact, opened],
  );
  const { current, onArrow, setCurrent } = useRovingFocus(stops, list);

  useEffect(loadEditorWhenIdle, []);
  const accepts = useMemo(
    () => destinations?.map((destination) => destination.section) ?? [],
    [destinations],
  );
  const {
    before: place,
    onto,
    dropProps,
  } = useNoteDrop({
    section,
    accepts,
    isGrouping,
    isSorted: arrange !== undefined,
  });

  const composerElement = !isReadOnly && composer && (
    <Composer<Id> section={section} isCompact={isCompact} {...composer} />
  );
  const isAtTop = composer?.at === "top";
  const note = (id: CardId, isInGroup: boolean) => (
    <NoteCard
      id={id}
      label={cardLabel}
      look={isInGroup ? "row" : look}
      isCompact={isCompact}
      isGrouping={isGrouping}
      isInGroup={isInGroup}
      isTarget={onto === id}
      isTabStop={id === current}
      onArrow={onArrow}
      onFocus={setCurrent}
      onKey={onKey}
      Foot={Foot}
      Aside={isInGroup ? undefined : Aside}
      {...(destinations && { destinations })}
    />
  );
  const List = isNumbered ? "ol" : "ul";
  return (
    <section
      ref={list}
      aria-label={label}
      {...(!isReadOnly && dropProps)}
      className={cx("flex flex-col", isCompact ? "gap-[.4rem]" : "gap-2")}
    >
      {top}
      {isAtTop && composerElement}
      {ids.length === 0 && (isReadOnly && empty !== null ? <NothingYet /> : empty)}
      {ids.length > 0 && (
        <List
          aria-label={label}
          className={cx(
            "flex flex-col",
            look === "row" ? "border-b border-line" : isCompact ? "gap-[.4rem]" : "gap-2",
            isNumbered && "[counter-reset:card]",
          )}
        >
          {rows.map((row) => (
            <li
              key={row.id}
              data-card={row.id}
              className={cx(
                place === row.id && dropLine,
                look === "row" && "border-t border-line py-[.7rem]",
                isNumbered &&
                  "relative pl-[1.9rem] [counter-increment:card] before:absolute before:top-[.85rem] before:left-0 before:text-s before:font-medium before:text-ink-3 before:content-[counter(card)]",
              )}
            >
              {row.topic && Group ? (
                <Group
                  topic={row.topic}
                  isCompact={isCompact}
                  isTarget={onto === row.id}
                  destinations={destinations ?? []}
                  isTabStop={row.id === current}
                  onArrow={onArrow}
                  onFocus={setCurrent}
                  onKey={onKey}
                  Aside={Aside}
                >
                  {row.cards.map((id) => (
                    <li key={id} className="border-t border-line pt-[.4rem]">
                      {note(id, true)}
                    </li>
                  ))}
                </Group>
              ) : (
                note(row.id, false)
              )}
            </li>
          ))}
        </List>
      )}
      {place === "end" && <div className="h-[3px] rounded-pill bg-you" />}
      {!isAtTop && composerElement}
    </section>
  );
}

type ComposerOf<Id extends SectionId> = NonNullable<SectionListProps<Id>["composer"]> & {
  readonly section: Id;
  readonly isCompact: boolean;
};

function Composer<Id extends SectionId>({ kind, fields, autoFocus, ...props }: ComposerOf<Id>) {
  if (kind === "live") return <LiveComposer {...props} />;
  return <DraftComposer<Id> fields={fields} autoFocus={autoFocus} {...props} />;
}

/** What stands in the list one below the other: a card, or a group with its notes. */
interface ListRow {
  readonly id: CardId;
  readonly cards: readonly CardId[];
  /** Of a group. */
  readonly topic: Topic | undefined;
}

/** The cards as rows: those of a group, and what I removed from it a moment ago, in one. */
function useRows(
  section: SectionId,
  ids: readonly CardId[],
  isGrouping: boolean,
): readonly ListRow[] {
  const lesson = isGrouping ? lessonSections.find((id) => id === section) : undefined;
  const topics = useBoard((board) => (lesson ? board.topics[lesson] : undefined));
  return useMemo(() => {
    if (!topics) return ids.map((id) => ({ id, cards: [id], topic: undefined }));
    const groups = topics.filter(isGroup);
    const drawn = new Set<CardId>();
    return ids.flatMap((id): ListRow[] => {
      const topic = groups.find(({ cards }) => cards.includes(id));
      if (!topic) return [{ id, cards: [id], topic }];
      if (drawn.has(topic.id)) return [];
      drawn.add(topic.id);
      return [{ id: topic.id, cards: topic.cards, topic }];
    });
  }, [ids, topics]);
}

/** Where arrows stop in a row: at the name of a group, then at its notes if it is open. */
const stopsOf = ({ id, cards, topic }: ListRow, isClosed: boolean): readonly CardId[] =>
  topic && !isClosed ? [id, ...cards] : [id];

const dropLine = "shadow-[0_-5px_0_-2px_var(--you)]";

/** One tab stop in a list whose cards come and go. */
function useRovingFocus(ids: readonly CardId[], list: { readonly current: HTMLElement | null }) {
  const [chosen, setChosen] = useState<CardId>();
  const latest = useRef<readonly CardId[]>(ids);
  useEffect(() => {
    const before = latest.current;
    latest.current = ids;
    if (chosen === undefined || ids.includes(chosen) || document.activeElement !== document.body)
      return;
    const index = before.indexOf(chosen);
    const next = ids[Math.min(index, ids.length - 1)];
    if (index < 0) return;
    if (next !== undefined) focusCard(next);
    else list.current?.querySelector<HTMLElement>("button, textarea")?.focus();
  }, [ids, chosen, list]);
  const onArrow = useCallback((id: CardId, step: -1 | 1) => {
    const next = latest.current[latest.current.indexOf(id) + step];
    if (next !== undefined) focusCard(next);
  }, []);
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];
  return { current, onArrow, setCurrent: setChosen };
}
