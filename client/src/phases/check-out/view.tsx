// Check-out: everyone is heard once more, and it is clear where all of this stays.
import { Trans } from "@lingui/react/macro";
import { Download, FileText } from "lucide-react";
import { useState } from "react";
import { ExportDialog } from "../../export/export-dialog.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import { Voices } from "../../sections/voices/voices.tsx";

/** How everyone leaves. */
export default function CheckOutView() {
  const say = useWords();
  const readOnly = useReadOnlySentence();
  const [isExporting, setExporting] = useState(false);
  const question = say("phases.check-out.invitation");
  return (
    <Page>
      <PageHead
        isQuestion
        title={question}
        say={say("phases.check-out.detail")}
        {...(readOnly !== undefined && { remark: readOnly })}
      />
      <div className="grid gap-x-12 gap-y-8 laptop:grid-cols-[minmax(0,1fr)_20rem] desk:grid-cols-[minmax(0,1fr)_26rem]">
        <Voices section="check-out" question={question} />
        <aside aria-labelledby="read-aloud">
          <h2 id="read-aloud" className="type-over">
            <Trans>To read aloud</Trans>
          </h2>
          <p className="mt-1 font-story text-column leading-[1.5] text-pretty italic">
            {say("phases.check-out.frame")}
          </p>
          <h2 className="mt-8 type-column">
            <Trans>When you close this page</Trans>
          </h2>
          <ul className="mt-2 flex flex-col gap-2">
            <li className="flex items-start gap-2">
              <Icon of={FileText} className="mt-[.15em] text-ink-2" />
              <Trans>The report stays at this address, for everyone who has the link.</Trans>
            </li>
            <li className="flex items-start gap-2">
              <Icon of={Download} className="mt-[.15em] text-ink-2" />
              <TextButton onPress={() => setExporting(true)}>
                <Trans>Save or copy it as Markdown</Trans>
              </TextButton>
            </li>
          </ul>
        </aside>
      </div>
      <ExportDialog isOpen={isExporting} onClose={() => setExporting(false)} />
    </Page>
  );
}
