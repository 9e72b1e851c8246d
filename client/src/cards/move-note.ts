// Moving a note, said aloud, with the focus following it.
import { t } from "@lingui/core/macro";
import {
  isGroup,
  moveCard,
  moveTopic,
  rankAt,
  rankAtEnd,
  rankBetween,
  rowsOf,
  topicOf,
  type BoardState,
  type CardGone,
  type CardId,
  type Place,
  type Result,
  type Row,
  type SectionId,
} from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { refusalSentence } from "../room/refusals.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";
import { areNotesSorted } from "./note-order.ts";
import { focusCard } from "./focus-card.ts";

/** Moves a note or a group to the end of another section, and offers to take that back. */
export function moveToSection(
  session: Session,
  id: CardId,
  section: SectionId,
  title: string,
): void {
  const state = session.boardView.getState();
  const beside = neighbourOf(rowsAround(session, id), id);
  const from = placeOf(state, id);
  const rank = rankAtEnd(state, section, session.randomBit);
  if (!moved(move(session, id, { section, rank }))) return;
  const said = t`Moved to “${title}”.`;
  announce(said);
  showToast({
    text: said,
    action: {
      label: t`Undo`,
      onPress: () => {
        if (from && moved(move(session, id, from))) focusCard(id);
      },
    },
  });
  // Where the other list is not on this screen, the next card of this one gets the focus.
  focusCard(id, () => {
    if (beside) focusCard(beside);
  });
}

/** Where a note or a group stands, its group too. */
function placeOf(state: BoardState, id: CardId): Place | undefined {
  const card = state.cards[id];
  const topic = topicOf(state, id);
  const rank = topic?.id === id ? topic.rank : card?.rank;
  if (!card || rank === undefined) return undefined;
  return { section: card.section, rank, ...(card.group && { group: card.group }) };
}

/** Moves a note or a group one place up (-1) or down (1) in its section, or in its group; at the ends it stays. */
export function moveWithin(session: Session, id: CardId, step: -1 | 1): void {
  const state = session.boardView.getState();
  const section = state.cards[id]?.section;
  if (section === undefined) return;
  const rows = rowsAround(session, id);
  const index = rows.findIndex((row) => row.id === id) + step;
  if (index < 0 || index >= rows.length) return;
  const others = rows.filter((row) => row.id !== id);
  const rank = rankBetween(others[index - 1]?.rank, others[index]?.rank, session.randomBit);
  const topic = topicOf(state, id);
  const isInGroup = topic !== undefined && isGroup(topic) && topic.cards.includes(id);
  if (topic && !isInGroup && areNotesSorted(session)) {
    showToast({ text: t`Notes are sorted here. Choose “By question” to move them by hand.` });
    return;
  }
  const to = isInGroup
    ? { section: topic.section, rank, group: state.cards[id]?.group ?? topic.id }
    : { section, rank };
  if (!moved(move(session, id, to))) return;
  const place = index + 1;
  const count = rows.length;
  announce(t`Now ${place} of ${count}.`);
  focusCard(id);
}

/** Moves a note or a group right before another row; undefined is the end of the section. A note leaves its group. */
export function moveBefore(
  session: Session,
  id: CardId,
  section: SectionId,
  before: CardId | undefined,
): void {
  const state = session.boardView.getState();
  const others = rowsOf(state, section).filter((row) => row.id !== id);
  const index = before === undefined ? others.length : others.findIndex((row) => row.id === before);
  if (index < 0) return;
  const rank = rankAt(state, section, index, id, session.randomBit);
  if (moved(move(session, id, { section, rank }))) focusCard(id);
}

/** A group moves with everything in it. */
const move = (session: Session, id: CardId, to: Place): Result<void, CardGone> =>
  session.boardView.getState().cards[id]?.head
    ? moveTopic(session.board, id, to, session.randomBit)
    : moveCard(session.board, id, to);

/** What stands above and below it: the notes of its group, or the rows of its section. */
function rowsAround(session: Session, id: CardId): readonly Row[] {
  const state = session.boardView.getState();
  const card = state.cards[id];
  if (!card) return [];
  const topic = topicOf(state, id);
  if (topic && isGroup(topic) && topic.cards.includes(id))
    return topic.cards.flatMap((note) => state.cards[note] ?? []);
  return rowsOf(state, card.section);
}

function moved(result: Result<void, CardGone>): boolean {
  if (!result.ok) showToast({ text: refusalSentence(result.refusal.code) });
  return result.ok;
}

function neighbourOf(rows: readonly Row[], id: CardId): CardId | undefined {
  const index = rows.findIndex((row) => row.id === id);
  return (rows[index + 1] ?? rows[index - 1])?.id;
}
