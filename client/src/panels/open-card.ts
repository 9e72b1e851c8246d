// Opens the phase in which a card is, on this screen alone: look is not lead.
import {
  phases,
  type CardId,
  type ControlState,
  type PhaseId,
  type SectionId,
} from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { goTo } from "../screen/arriving.ts";
import { useLook } from "../screen/look.ts";
import { openParking } from "../screen/side-lists.ts";

/** Shows the phase of a card, and goes there. Answers false for a card that is not on the board. */
export function openCard(session: Session, id: CardId, takesFocus = true): boolean {
  const card = session.boardView.getState().cards[id];
  if (!card || card.removedAt !== undefined || card.isBlank) return false;
  const control = session.controlView.getState();
  const { lookingAt, stay } = useLook.getState();
  const phase = phaseOf(card.section, control, lookingAt ?? control.phase);
  if (card.section === "parking") openParking();
  else if (phase !== undefined && phase !== (lookingAt ?? control.phase)) {
    if (phase === control.phase) useLook.getState().follow();
    else stay(phase);
  }
  goTo({ card: id, section: card.section, takesFocus });
  return true;
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
