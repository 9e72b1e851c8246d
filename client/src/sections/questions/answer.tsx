// One answer to a question. Whoever knows more adds another, or edits this one.
import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { X } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { removeCardWithUndo } from "../../cards/remove-card-with-undo.ts";
import { RemovedRow } from "../../cards/removed-row.tsx";
import { useReadOnlyReason, useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

/** An item of the list of answers. */
export const Answer = memo(function Answer({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const session = useSession();
  const card = useBoard((board) => board.cards[id]);
  const isReadOnly = useReadOnlyReason() !== undefined;
  if (card?.section !== "answers") return null;
  if (card.removedAt !== undefined)
    return (
      <li>
        <RemovedRow id={id}>
          <Trans>Answer removed</Trans>
        </RemovedRow>
      </li>
    );
  return (
    <li className="flex items-start gap-2">
      <CardText card={card} label={t`Answer`} className="min-w-0 flex-1 type-note leading-[1.4]!" />
      {!isReadOnly && (
        <Button
          look="quiet"
          size="icon"
          className="size-6! text-ink-3 coarse:size-11!"
          aria-label={t`Remove answer: ${excerptOf(card)}`}
          tooltip={t`Remove answer`}
          onPress={() => removeCardWithUndo(session, id, t`Answer removed.`)}
        >
          <Icon of={X} />
        </Button>
      )}
    </li>
  );
});
