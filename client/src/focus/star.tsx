import { useLingui } from "@lingui/react/macro";
import { Star as StarIcon } from "lucide-react";
import { setStar, type CardId } from "@secondstory/shared";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { TextButton } from "../ui/text-button.tsx";

/** The star on an event or a note; a press takes it off. Nothing where there is none. */
export function Star({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const { board } = useSession();
  const readOnly = useReadOnlySentence();
  const isStarred = useBoard(({ cards }) => cards[id]?.isStarred ?? false);
  if (!isStarred) return null;
  return (
    <TextButton
      look="plain"
      disabledReason={readOnly}
      aria-label={t`Starred. Take the star off`}
      onPress={() => setStar(board, id, false)}
      className="inline-flex items-center text-ink"
    >
      <StarIcon aria-hidden size="1.05em" strokeWidth={1.6} fill="currentColor" />
    </TextButton>
  );
}
