import { useLingui } from "@lingui/react/macro";
import { downloadMarkdown } from "../export/report-file.ts";
import { useSession } from "../room/use-session.ts";
import { showToast } from "../ui/toast.tsx";

/** Saves the board as Markdown at once, in its own language: the way out that works without a connection. */
export function useSaveMarkdown(): () => void {
  const { t } = useLingui();
  const session = useSession();
  const save = async () => {
    try {
      await downloadMarkdown(session, session.controlView.getState().language);
      showToast({ text: t`Saved as Markdown.` });
    } catch {
      showToast({
        text: t`The part that writes Markdown is not on this device yet. Nothing is lost; try again once the server is back.`,
      });
    }
  };
  return () => void save();
}
