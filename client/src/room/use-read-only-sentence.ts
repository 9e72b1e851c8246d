import { useLingui } from "@lingui/react/macro";
import { useReadOnlyReason } from "./use-room.ts";

/** Why I may not write here and who can change that, as a sentence; undefined if I may. */
export function useReadOnlySentence(): string | undefined {
  const { t } = useLingui();
  const reason = useReadOnlyReason();
  if (reason === "sealed") return t`Sealed. A facilitator can reopen it.`;
  if (reason === "observer") return t`You are reading along. A facilitator can let you write.`;
  return reason === "loading" ? t`The board is still loading.` : undefined;
}
