// Puts what was read onto the board, as one step that one undo takes back.
import { plural, t } from "@lingui/core/macro";
import { addCards, ranksAtEnd, removeCard, type CardId, type EventKind } from "@secondstory/shared";
import { refusalSentence } from "../../room/refusals.ts";
import type { Session } from "../../room/open-session.ts";
import type { Fact } from "../../time/read-facts.ts";
import { timeText } from "../../time/time-text.ts";
import { announce } from "../../ui/live-region.tsx";
import { showToast } from "../../ui/toast.tsx";

interface Said {
  /** The word for the kind, in the language of the interface. */
  readonly kind: string;
  readonly zone: string;
}

/** Adds the facts as events of one kind and says so. Answers whether they are on the board. */
export function addFacts(
  session: Session,
  facts: readonly Fact[],
  kind: EventKind,
  said: Said,
): boolean {
  const { board, boardView, undoManager, randomBit } = session;
  const ranks = ranksAtEnd(boardView.getState(), "timeline", facts.length, randomBit);
  const at = session.now();
  const cards = facts.map(({ when, text }, index) => ({
    id: session.newCardId(),
    section: "timeline" as const,
    rank: ranks[index] ?? "",
    at,
    text,
    fields: { when, kind },
  }));
  const result = addCards(board, cards);
  if (!result.ok) {
    showToast({ text: refusalSentence(result.refusal.code) });
    return false;
  }
  const [fact] = facts;
  if (facts.length === 1) {
    const when = fact?.when;
    announce(
      when
        ? t`Event added: ${timeText(when.at, said.zone)}, ${said.kind}.`
        : t`Event without a time added: ${said.kind}.`,
    );
    return true;
  }
  const step = undoManager.undoStack.at(-1);
  const added = plural(facts.length, { one: "# event added.", other: "# events added." });
  announce(added);
  showToast({
    text: added,
    action: {
      label: t`Undo`,
      onPress: () => {
        if (undoManager.undoStack.at(-1) === step) undoManager.undo();
        else
          takeOff(
            session,
            cards.map(({ id }) => id),
          );
      },
    },
  });
  return true;
}

/** After further steps the events are hidden instead: undo takes steps back in their order alone. */
function takeOff(session: Session, ids: readonly CardId[]): void {
  for (const id of ids) removeCard(session.board, id, session.now());
}
