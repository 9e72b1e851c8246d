// Opens the phase in which a card is, on this screen alone: look is not lead.
import {
  phases,
  readCardId,
  type BoardState,
  type Card,
  type CardId,
  type ControlState,
  type PhaseId,
  type SectionId,
} from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { goTo } from "../screen/arriving.ts";
import { useLook } from "../screen/look.ts";
import { openPanel } from "../screen/panels.ts";
import { showQuestions } from "../screen/shown-questions.ts";
import { openParking } from "../screen/side-lists.ts";

/**
 * Shows the phase of a card, and goes there. A question opens at its event, an answer at its question. Answers false for a
 * card that is not on the board. The focus goes along, unless `keepsFocus`.
 */
export function openCard(session: Session, id: CardId, keepsFocus = false): boolean {
  const { cards } = session.boardView.getState();
  const card = cards[id];
  if (!card || card.removedAt !== undefined || card.isBlank) return false;
  const shown = shownAs(cards, card);
  const section = shown.section === "questions" ? "timeline" : shown.section;
  if (section === "expected") openPanel("expected");
  const control = session.controlView.getState();
  const { lookingAt, stay } = useLook.getState();
  const phase = phaseOf(section, control, lookingAt ?? control.phase);
  if (section === "parking") openParking();
  else if (phase !== undefined && phase !== (lookingAt ?? control.phase)) {
    if (phase === control.phase) useLook.getState().follow();
    else stay(phase);
  }
  const event = shown.section === "questions" ? readCardId(shown.fields.about) : undefined;
  const focused = document.activeElement;
  const returnTo = keepsFocus && focused instanceof HTMLElement ? focused : undefined;
  goTo({ card: shown.id, section, returnTo });
  if (event) showQuestions(event);
  return true;
}

/** The card that is drawn for another: an answer stands below its question, what was said beside what it is about. */
function shownAs(cards: BoardState["cards"], card: Card): Card {
  const owner =
    card.section === "answers"
      ? readCardId(card.fields.question)
      : card.section === "remarks"
        ? readCardId(card.fields.about)
        : undefined;
  return (owner && cards[owner]) ?? card;
}

/** Where a section is drawn: on the phase that is shown, else where the meeting is, else on the last that has it. */
function phaseOf(
  section: SectionId,
  { agenda, phase: meeting }: ControlState,
  shown: PhaseId,
): PhaseId | undefined {
  const holders = phases
    .filter(({ id, sections }) => agenda.includes(id) && sections.some((held) => held === section))
    .map(({ id }) => id);
  return [shown, meeting].find((phase) => holders.includes(phase)) ?? holders.at(-1);
}
