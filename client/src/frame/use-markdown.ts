import { useLingui } from "@lingui/react/macro";
import { useSession } from "../room/use-session.ts";
import { copyText } from "../ui/copy-text.ts";
import { showToast } from "../ui/toast.ts";
import { fileNameOf, markdownOf, saveFile } from "./markdown.ts";

/** Saves or copies the board as Markdown; anybody may, at any time. */
export function useMarkdown(): { readonly save: () => void; readonly copy: () => void } {
  const { t } = useLingui();
  const session = useSession();
  const markdown = async (use: (text: string) => Promise<void> | void) => {
    try {
      // The report speaks the language of the board, as the server's does.
      await use(await markdownOf(session, session.controlView.getState().language));
    } catch {
      showToast({ text: t`The Markdown could not be made. Nothing is lost; try again.` });
    }
  };
  return {
    save: () =>
      void markdown((text) => {
        saveFile(fileNameOf(session.controlView.getState().title), text);
        showToast({ text: t`Saved as Markdown.` });
      }),
    copy: () =>
      void markdown(async (text) => {
        const isCopied = await copyText(text);
        showToast({
          text: isCopied
            ? t`Copied as Markdown.`
            : t`The browser does not let the board copy. Save the Markdown instead.`,
        });
      }),
  };
}
