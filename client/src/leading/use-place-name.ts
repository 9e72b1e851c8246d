import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { type CardId, type PhaseId } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useSession } from "../room/use-session.ts";
import { timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";

/** Where people are asked to. */
export interface Place {
  readonly phase: PhaseId;
  readonly item: CardId | undefined;
}

/** So much of a note stands for it. */
const maxCharacters = 40;

/** Says a place in words: an event by its time, a note by how it begins, else the phase. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useLingui();
  const word = useWords();
  const { boardView } = useSession();
  const { zone } = useTimeZone();
  return useCallback(
    ({ phase, item }) => {
      const card = item && boardView.getState().cards[item];
      if (!card || card.isBlank || card.removedAt !== undefined)
        return word(`phases.${phase}.title`);
      const when = card.section === "timeline" ? card.fields.when : null;
      if (when) {
        const time = timeText(when.at, zone);
        return t`event ${time}`;
      }
      const words = card.plain.trim().replaceAll(/\s+/g, " ");
      const begins = Array.from(words).slice(0, maxCharacters).join("");
      return begins === words ? t`“${words}”` : t`“${begins} …”`;
    },
    [boardView, t, word, zone],
  );
}
