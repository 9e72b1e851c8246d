// Check-out: everyone is heard once more, and it is clear where all of this stays.
import { Trans } from "@lingui/react/macro";
import { Download, FileText } from "lucide-react";
import { useState } from "react";
import { AtTheEnd } from "../../agenda/at-the-end.tsx";
import { ExportDialog } from "../../export/export-dialog.tsx";
import { Round } from "../../sections/voices/round.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";

/** How everyone leaves. */
export default function CheckOutView() {
  const [isExporting, setExporting] = useState(false);
  return (
    <Round section="check-out">
      <AtTheEnd />
      <h2 className="type-column not-first:mt-8">
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
      <ExportDialog isOpen={isExporting} onClose={() => setExporting(false)} />
    </Round>
  );
}
