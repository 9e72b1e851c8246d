// Moving a note, said aloud, with the focus following it.
import { t } from "@lingui/core/macro";
import {
  moveCard,
  rankAt,
  rankAtEnd,
  type CardGone,
  type CardId,
  type Result,
  type SectionId,
} from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { refusalSentence } from "../room/refusals.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";
import { focusCard } from "./focus-card.ts";

/** Moves a note to the end of another section. */
export function moveToSection(
  session: Session,
  id: CardId,
  section: SectionId,
  title: string,
): void {
  const state = session.boardView.getState();
  const from = state.cards[id]?.section;
  const beside = from && neighbourOf(state.order[from], id);
  const rank = rankAtEnd(state, section, session.randomBit);
  if (!moved(moveCard(session.board, id, { section, rank }))) return;
  const said = t`Moved to “${title}”.`;
  announce(said);
  // Where the other list is not on this screen, the next card of this one gets the focus.
  focusCard(id, () => {
    showToast({ text: said });
    if (beside) focusCard(beside);
  });
}

/** Moves a note one place up (-1) or down (1) in its section; at the ends it stays. */
export function moveWithin(session: Session, id: CardId, step: -1 | 1): void {
  const state = session.boardView.getState();
  const section = state.cards[id]?.section;
  if (section === undefined) return;
  const ids = state.order[section];
  const index = ids.indexOf(id) + step;
  if (index < 0 || index >= ids.length) return;
  const rank = rankAt(state, section, index, id, session.randomBit);
  if (!moved(moveCard(session.board, id, { section, rank }))) return;
  const place = index + 1;
  const count = ids.length;
  announce(t`Now ${place} of ${count}.`);
  focusCard(id);
}

/** Moves a note right before another one; undefined is the end of the section. */
export function moveBefore(
  session: Session,
  id: CardId,
  section: SectionId,
  before: CardId | undefined,
): void {
  const state = session.boardView.getState();
  const others = state.order[section].filter((other) => other !== id);
  const index = before === undefined ? others.length : others.indexOf(before);
  if (index < 0) return;
  const rank = rankAt(state, section, index, id, session.randomBit);
  if (moved(moveCard(session.board, id, { section, rank }))) focusCard(id);
}

function moved(result: Result<void, CardGone>): boolean {
  if (!result.ok) showToast({ text: refusalSentence(result.refusal.code) });
  return result.ok;
}

const neighbourOf = (ids: readonly CardId[], id: CardId): CardId | undefined => {
  const index = ids.indexOf(id);
  return ids[index + 1] ?? ids[index - 1];
};
