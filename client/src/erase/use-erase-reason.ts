import { useLingui } from "@lingui/react/macro";
import { hasBegun, type CardId } from "@secondstory/shared";
import { useBoard, useConnection, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";

/** Why I cannot erase a card now and who can; undefined if I can. */
export function useEraseReason(id: CardId): string | undefined {
  const { t } = useLingui();
  const { me, privateDoc } = useSession();
  const role = useRole();
  const isOnline = useConnection((connection) => connection.isOnline);
  const isSigned = useBoard(({ cards }) => cards[id]?.by === me);
  const isMine = isSigned || hasBegun(privateDoc, id);
  if (role !== "facilitator" && !isMine) return t`Who wrote it does this, or a facilitator.`;
  return isOnline ? undefined : t`This needs the connection: the server erases it.`;
}
