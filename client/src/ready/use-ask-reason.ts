import { useLingui } from "@lingui/react/macro";
import { useConnection } from "../room/use-room.ts";

/** Why the server cannot be asked now; undefined if it can. */
export function useAskReason(): string | undefined {
  const { t } = useLingui();
  const isOnline = useConnection((connection) => connection.isOnline);
  return isOnline ? undefined : t`This needs the connection: the server decides it.`;
}
