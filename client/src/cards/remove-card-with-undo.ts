// Removing hides, and can be taken back: by the toast, in place, by undo, and from the list of what was removed.
import { t } from "@lingui/core/macro";
import { removeCard, restoreCard, type CardId } from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { refusalSentence } from "../room/refusals.ts";
import { showToast } from "../ui/toast.tsx";
import { keepPlace, leaveCard } from "./editing-card.ts";
import { focusCard } from "./focus-card.ts";

/** Hides a card, and offers to put it back for ten seconds. `said` is the sentence of the toast, by default about a note. */
export function removeCardWithUndo(session: Session, id: CardId, said?: string): void {
  const result = removeCard(session.board, id, session.now());
  if (!result.ok) {
    showToast({ text: refusalSentence(result.refusal.code) });
    return;
  }
  leaveCard(session, id);
  keepPlace(session, id);
  showToast({
    text: said ?? t`Note removed.`,
    action: { label: t`Undo`, onPress: () => putBack(session, id) },
  });
  focusCard(id); // its place is the row that puts it back
}

/** Brings a removed card back to its place, and the focus to it. */
export function putBack(session: Session, id: CardId): void {
  const result = restoreCard(session.board, id);
  if (!result.ok) showToast({ text: refusalSentence(result.refusal.code) });
  focusCard(id);
}
