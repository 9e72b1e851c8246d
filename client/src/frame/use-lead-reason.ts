import { useLingui } from "@lingui/react/macro";
import { useConnection, useRole } from "../room/use-room.ts";

/** Why I cannot steer the meeting now and who can; undefined if I can. */
export function useLeadReason(): string | undefined {
  const { t } = useLingui();
  const role = useRole();
  const isOnline = useConnection((connection) => connection.isOnline);
  if (role !== "facilitator") return t`A facilitator does this.`;
  return isOnline ? undefined : t`This needs the connection: the server decides it.`;
}
