// The session has ended for good: why, what is kept, and what to do.
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Ending } from "../room/connection.ts";
import { useConnection } from "../room/use-room.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DropChangesDialog } from "./drop-changes-dialog.tsx";
import { useSaveMarkdown } from "./use-save-markdown.ts";

interface EndedProps {
  readonly onSeatLost: () => void;
}

/** Says it over the board, which stays readable behind it. */
export function Ended({ onSeatLost }: EndedProps) {
  const [, navigate] = useLocation();
  const { t } = useLingui();
  const ending = useConnection((connection) => connection.ending);
  const save = useSaveMarkdown();
  const [isDropping, setDropping] = useState(false);
  const titles: Record<Ending, string> = {
    "no-seat": t`The server does not know your seat any more`,
    "no-board": t`The board is not on the server any more`,
    "client-too-old": t`A newer version is ready`,
    "too-large": t`Too much at once`,
  };
  const answers: Record<Ending, { readonly label: string; readonly act: () => void }> = {
    "no-seat": { label: t`Join again`, act: onSeatLost },
    "no-board": { label: t`To the first page`, act: () => navigate("/") },
    "client-too-old": { label: t`Load the new version`, act: () => location.reload() },
    "too-large": { label: t`Try again`, act: () => location.reload() },
  };
  if (isDropping) return <DropChangesDialog isOpen onClose={() => setDropping(false)} />;
  return (
    <Dialog
      isOpen={ending !== undefined}
      onClose={() => {}}
      isAlert
      title={ending ? titles[ending] : ""}
      actions={
        ending && (
          <>
            <Button look="ink" onPress={answers[ending].act}>
              {answers[ending].label}
            </Button>
            <Button onPress={save}>
              <Trans>Save as Markdown now</Trans>
            </Button>
            {ending === "too-large" && (
              <Button onPress={() => setDropping(true)}>
                <Trans>Go on without them …</Trans>
              </Button>
            )}
          </>
        )
      }
    >
      <p className="leading-relaxed">{ending && <What ending={ending} />}</p>
    </Dialog>
  );
}

function What({ ending }: { readonly ending: Ending }) {
  switch (ending) {
    case "no-seat":
      return (
        <Trans>
          Somebody removed it, or this browser has lost its cookie. What you wrote is kept in this
          browser.
        </Trans>
      );
    case "no-board":
      return (
        <Trans>
          A facilitator has deleted it. This browser still has its copy: save it now if you need it.
        </Trans>
      );
    case "client-too-old":
      return (
        <Trans>
          This page is older than the board. Load it anew; your changes are kept and follow.
        </Trans>
      );
    case "too-large":
  }
  return (
    <Trans>
      The server does not take that much in one piece, or the board is full. Your changes are kept
      in this browser. Save them as Markdown; then try again, or go on without them.
    </Trans>
  );
}
