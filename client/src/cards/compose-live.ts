// Writing a card that everyone sees grow: the blank card it begins as, which nobody sees, and the one after it.
import {
  addCard,
  moveCard,
  quietEdit,
  rankAtEnd,
  type CardId,
  type SectionId,
} from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { onMyScreen } from "./editing-card.ts";

/** Opens the composer of a section on a blank card. */
export function startComposing(session: Session, section: SectionId): void {
  const store = onMyScreen(session);
  const composing = { section, card: blankCard(session, section) };
  store.set({ ...store.get(), editing: undefined, composing });
}

/** Closes the composer; what stands on its card is kept, a blank one waits for the next time. */
export function stopComposing(session: Session, card: CardId): void {
  const store = onMyScreen(session);
  if (store.get().composing?.card === card) store.set({ ...store.get(), composing: undefined });
}

/** Keeps the card and opens the next one. Answers whether there was something to keep. */
export function composeNext(session: Session, section: SectionId, card: CardId): boolean {
  if (session.boardView.getState().cards[card]?.isBlank !== false) return false;
  startComposing(session, section);
  return true;
}

/** One blank card a section and session, so that opening and closing a composer leaves one behind and not many. */
const blankCards = new WeakMap<Session, Map<SectionId, CardId>>();

function blankCard(session: Session, section: SectionId): CardId {
  const mine = blankCards.get(session) ?? new Map<SectionId, CardId>();
  blankCards.set(session, mine);
  const state = session.boardView.getState();
  const rank = rankAtEnd(state, section, session.randomBit);
  const kept = mine.get(section);
  const card = kept && state.cards[kept];
  if (card?.isBlank && card.removedAt === undefined && card.section === section) {
    moveCard(session.board, card.id, { section, rank }, quietEdit);
    return card.id;
  }
  const id = session.newCardId();
  addCard(session.board, { id, section, rank, at: session.now() }, quietEdit);
  mine.set(section, id);
  return id;
}
