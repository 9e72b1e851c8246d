import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { SquareParking } from "lucide-react";
import { readPhaseId, type CardId } from "@secondstory/shared";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { moveToSection } from "../../cards/move-note.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

/** Ideas that came up earlier and waited: each can become an action. */
export function ParkedIdeas() {
  const ids = useBoard((board) => board.order.parking);
  if (ids.length === 0) return null;
  return (
    <section aria-labelledby="parked" className="mb-6">
      <h2 id="parked" className="mb-1 flex items-center gap-2 type-over">
        <Icon of={SquareParking} />
        <Plural value={ids.length} one="# parked idea waits" other="# parked ideas wait" />
      </h2>
      <ul className="max-w-184 border-b border-line">
        {ids.map((id) => (
          <li key={id} className="border-t border-line py-2">
            <ParkedIdea id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ParkedIdea({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const word = useWords();
  const session = useSession();
  const card = useBoard((board) => board.cards[id]);
  const disabledReason = useReadOnlySentence();
  if (card?.section !== "parking") return null;
  const phase = readPhaseId(card.fields.parkedIn);
  const phaseTitle = phase && word(`phases.${phase}.title`);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="type-note whitespace-pre-line">{card.plain}</p>
        {phaseTitle !== undefined && (
          <p className="text-s text-ink-3">
            <Trans>parked in {phaseTitle}</Trans>
          </p>
        )}
      </div>
      <Button
        size="small"
        disabledReason={disabledReason}
        aria-label={t`Make it an action: ${excerptOf(card)}`}
        onPress={() => moveToSection(session, id, "actions", word("sections.actions.title"))}
      >
        <Trans>Make it an action</Trans>
      </Button>
    </div>
  );
}
