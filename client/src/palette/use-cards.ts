// The cards of the board as somebody finds them: by their words, with what they are.
import { useLingui } from "@lingui/react/macro";
import { sections, type CardId, type SectionId } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import type { Found } from "../ui/finder.tsx";

/** A card that can be found. */
export interface FoundCard extends Found {
  readonly card: CardId;
}

/** How much of a text is shown. */
const longest = 160;

/** Every card that people see and that has words, in the order of its list. */
export function useCards(): readonly FoundCard[] {
  const { t } = useLingui();
  const kinds: Readonly<Partial<Record<SectionId, string>>> = {
    timeline: t`event`,
    questions: t`question`,
    answers: t`answer`,
    factors: t`condition`,
    safeguards: t`safeguard`,
    actions: t`action`,
    declined: t`decided not to do`,
    parking: t`parked`,
    expected: t`expected`,
  };

  const { zone } = useTimeZone();
  const order = useBoard((board) => board.order);
  const cards = useBoard((board) => board.cards);
  return sections.flatMap(({ id: section }) =>
    order[section].flatMap((id): readonly FoundCard[] => {
      const card = cards[id];
      const words = card?.plain.replaceAll(/\s+/g, " ").trim();
      if (!card || !words) return [];
      const at = card.section === "timeline" ? card.fields.when?.at : undefined;
      const time = at === undefined ? "" : `${timeText(at, zone)} `;
      const name = words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words;
      return [{ id: `card-${id}`, card: id, name: time + name, remark: kinds[section] ?? t`note` }];
    }),
  );
}
