// Putting notes together and apart, said aloud, with a way back, and with the focus following.
import { t } from "@lingui/core/macro";
import {
  groupWith,
  isGroup,
  moveCard,
  rankBetween,
  restoreCard,
  rowsOf,
  takeApart,
  topicOf,
  topicTitle,
  type CardId,
} from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { refusalSentence } from "../room/refusals.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";
import { editCard } from "./editing-card.ts";
import { cut } from "./excerpt-of.ts";
import { focusCard } from "./focus-card.ts";

/** How much of a topic's name fits into a sentence. */
const nameLength = 40;

/** What a topic is called, cut to stand in a sentence; of a note that stands alone, its words. */
export function topicInSentence(session: Session, id: CardId): string {
  const board = session.boardView.getState();
  const topic = topicOf(board, id);
  // without the full stop, because the name stands inside of a sentence
  const name = topic ? topicTitle(board, topic).replaceAll("\n", " ").replace(/\.$/, "") : "";
  return cut(name, nameLength);
}

/** Puts a note or a group to another. A group that has just begun is offered a name. */
export function groupTogether(session: Session, card: CardId, other: CardId): void {
  const name = topicInSentence(session, other);
  const result = groupWith(session.board, {
    card,
    with: other,
    group: session.newCardId(),
    at: session.now(),
    randomBit: session.randomBit,
  });
  if (!result.ok) {
    showToast({ text: refusalSentence(result.refusal.code) });
    return;
  }
  announce(t`Grouped with “${name}”.`);
  const group = result.value;
  const isNamed = (session.boardView.getState().cards[group]?.plain ?? "") !== "";
  showToast({
    text: t`Grouped with “${name}”.`,
    ...(!isNamed && {
      action: { label: t`Name the group`, onPress: () => editCard(session, group) },
    }),
  });
  focusCard(card, () => focusCard(group));
}

/** Takes a group apart, and offers to put it together again. */
export function takeApartWithUndo(session: Session, id: CardId): void {
  const topic = topicOf(session.boardView.getState(), id);
  if (!topic || !isGroup(topic)) return;
  const result = takeApart(session.board, topic.id, session.now());
  if (!result.ok) {
    showToast({ text: refusalSentence(result.refusal.code) });
    return;
  }
  announce(t`Group taken apart.`);
  showToast({
    text: t`Group taken apart.`,
    action: {
      label: t`Undo`,
      onPress: () => {
        for (const head of result.value) restoreCard(session.board, head);
      },
    },
  });
  const [first] = topic.cards;
  focusCard(topic.cards.includes(id) ? id : (first ?? id));
}

/** Takes one note out of its group: it stands alone right behind it. */
export function takeOut(session: Session, id: CardId): void {
  const state = session.boardView.getState();
  const topic = topicOf(state, id);
  if (!topic || !isGroup(topic)) return;
  const rows = rowsOf(state, topic.section);
  const next = rows[rows.findIndex((row) => row.id === topic.id) + 1];
  const rank = rankBetween(topic.rank, next?.rank, session.randomBit);
  const result = moveCard(session.board, id, { section: topic.section, rank });
  if (!result.ok) {
    showToast({ text: refusalSentence(result.refusal.code) });
    return;
  }
  announce(t`Taken out of the group.`);
  focusCard(id);
}
