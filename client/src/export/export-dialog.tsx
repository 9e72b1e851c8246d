// Taking the board along as Markdown: its language, to copy or to keep as a file. For everyone on the board, at any time.
import { Trans, useLingui } from "@lingui/react/macro";
import { Copy, Download } from "lucide-react";
import { useEffect, useState } from "react";
import type { Language } from "@secondstory/shared";
import { languageNames } from "../i18n/language.ts";
import { useConnection, useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { showToast } from "../ui/toast.tsx";
import { copyMarkdown, downloadMarkdown, prefetchReport } from "./report-file.ts";

interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const choices: readonly { readonly id: Language; readonly label: string }[] = [
  { id: "en", label: languageNames.en },
  { id: "de", label: languageNames.de },
];

/** Saves or copies the report. What writes it is fetched ahead, once the board page has shown this. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const boardLanguage = useControl((control) => control.language);
  const isOnline = useConnection((connection) => connection.isOnline);
  const [chosen, setChosen] = useState<Language>();
  // Where a browser refuses the clipboard the text is shown, to be copied by hand.
  const [byHand, setByHand] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(prefetchReport, []);
  const language = chosen ?? boardLanguage;
  const close = () => {
    setByHand(undefined);
    setFailed(false);
    onClose();
  };
  const attempt = async (write: () => Promise<void>) => {
    try {
      setFailed(false);
      await write();
    } catch {
      setFailed(true);
    }
  };
  const copy = () =>
    attempt(async () => {
      const refused = await copyMarkdown(session, language);
      setByHand(refused);
      if (refused !== undefined) return;
      showToast({ text: t`Copied as Markdown.` });
      close();
    });
  const save = () =>
    attempt(async () => {
      await downloadMarkdown(session, language);
      showToast({ text: t`Saved as Markdown.` });
      close();
    });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t`Take it along as Markdown`}
      actions={
        <>
          <Button look="ink" onPress={() => void save()}>
            <Icon of={Download} />
            <Trans>Save as .md</Trans>
          </Button>
          <Button onPress={() => void copy()}>
            <Icon of={Copy} />
            <Trans>Copy Markdown</Trans>
          </Button>
          <Button look="quiet" onPress={close}>
            <Trans>Close</Trans>
          </Button>
        </>
      }
    >
      <p className="mb-4 leading-normal text-ink-2">
        <Trans>
          For a wiki or a repository: summary, timeline, lessons and actions. Check-in, check-out
          and names stay out.
        </Trans>{" "}
        {!isOnline && <Trans>You are offline: it is written from the copy on this device.</Trans>}
      </p>
      <SegmentedChoice
        label={t`Language of the headings`}
        options={choices}
        value={language}
        onChange={setChosen}
      />
      {hasFailed && (
        <p role="alert" className="mt-3 text-s font-medium text-harm-ink">
          <Trans>
            The part that writes Markdown is not on this device yet. Try again once the server is
            back; nothing is lost.
          </Trans>
        </p>
      )}
      {byHand !== undefined && (
        <div className="mt-3">
          <p className="mb-1 text-s text-ink-2">
            <Trans>The browser does not let the board copy. Select the text and copy it.</Trans>
          </p>
          <textarea
            readOnly
            aria-label={t`The report as Markdown`}
            rows={8}
            value={byHand}
            onFocus={(event) => event.target.select()}
            className="w-full rounded-control border border-edge bg-paper p-2 font-mono text-s"
          />
        </div>
      )}
    </Dialog>
  );
}
