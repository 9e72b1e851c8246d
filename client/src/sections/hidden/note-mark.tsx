// Below a revealed note: whose it is, as far as one may know. Mine says so to me alone.
import { useLingui } from "@lingui/react/macro";
import { Pencil } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { useEditing } from "../../cards/editing-card.ts";
import { useDrafts } from "../../room/use-drafts.ts";
import { useBoard, useControl } from "../../room/use-room.ts";
import { useIsSharing } from "../../screen/sharing.ts";
import { Icon } from "../../ui/icon.tsx";

/** The foot of a note that was revealed. */
export function NoteMark({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const isMine = useDrafts((drafts) => drafts.some(({ cards }) => cards.includes(id)));
  const isCovered = useIsSharing();
  const by = useBoard(({ cards }) => cards[id]?.by ?? undefined);
  const name = useControl(({ roster }) => by && roster[by]?.name);
  const isEditing = useEditing(id).caret !== undefined;
  if (isEditing)
    return <p className="mt-1 type-small text-you">{t`Others see that you write here.`}</p>;
  if (name) return <p className="mt-1 type-small text-ink-2">{name}</p>;
  if (!isMine || isCovered) return null;
  return (
    <p className="mt-[.45rem] flex items-center gap-2 type-small text-you">
      <Icon of={Pencil} />
      {t`yours, only you see this mark`}
    </p>
  );
}
