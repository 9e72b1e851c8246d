// Why I may not write, in words, and who can change that.
import { useLingui } from "@lingui/react/macro";
import { useReadOnlyReason } from "../room/use-room.ts";

/** The reason a control is disabled with; undefined if I may write. */
export function useReadOnlySentence(): string | undefined {
  const { t } = useLingui();
  const reason = useReadOnlyReason();
  if (reason === undefined) return undefined;
  return {
    observer: t`You are reading along. A facilitator can let you write.`,
    sealed: t`The report is sealed. A facilitator can reopen it.`,
    loading: t`The board is still loading.`,
  }[reason];
}
