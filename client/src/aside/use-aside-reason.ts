import { useLingui } from "@lingui/react/macro";
import { isFoldable, isNamedIn, wordsOf, type CardId } from "@secondstory/shared";
import { useBoard, useConnection, useMe } from "../room/use-room.ts";

/** Whether a card is of a kind that can be set aside. */
export const useIsFoldable = (id: CardId): boolean =>
  useBoard(({ cards }) => {
    const card = cards[id];
    return card !== undefined && isFoldable(card);
  });

/** Why I cannot set a note aside and who can; undefined if I can. */
export function useAsideReason(id: CardId): string | undefined {
  const { t } = useLingui();
  const me = useMe();
  const isNamed = useBoard(({ cards }) => {
    const card = cards[id];
    return card !== undefined && me !== undefined && isNamedIn(me, wordsOf(card), card.createdAt);
  });
  const isOnline = useConnection((connection) => connection.isOnline);
  if (me?.role !== "facilitator" && !isNamed)
    return t`A facilitator does this, or somebody whom it names.`;
  return isOnline ? undefined : t`This needs the connection: the server brings the words back.`;
}
