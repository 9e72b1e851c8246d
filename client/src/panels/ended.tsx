// The session has ended for good: why, what is kept, and what to do.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Ending } from "../room/connection.ts";
import { forgetBoard } from "../room/forget-board.ts";
import { useConnection } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
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
  const session = useSession();
  const isOnlyHere = useConnection(({ pending }) => pending.length > 0);
  const leave = async () => {
    session.forget();
    await forgetBoard(session.boardId);
    navigate("/");
  };
  const titles: Record<Ending, string> = {
    "no-seat": t`The server does not know your seat any more`,
    "no-board": t`The board is not on the server any more`,
    deleted: t`The board was deleted for good`,
    "client-too-old": t`A newer version is ready`,
    "too-large": t`Too much at once`,
  };
  const answers: Record<Ending, { readonly label: string; readonly act: () => void }> = {
    "no-seat": { label: t`Join again`, act: onSeatLost },
    "no-board": { label: t`To the first page`, act: () => navigate("/") },
    deleted: isOnlyHere
      ? { label: t`Clear this browser's copy`, act: () => void leave() }
      : { label: t`To the first page`, act: () => void leave() },
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
            {(ending !== "deleted" || isOnlyHere) && (
              <Button onPress={save}>
                <Trans>Save as Markdown now</Trans>
              </Button>
            )}
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
          The server may have been set back to an older state. This browser still has its copy: save
          it now if you need it.
        </Trans>
      );
    case "deleted":
      return <Deleted />;
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

function Deleted() {
  const count = useConnection(({ pending }) => pending.length);
  if (count === 0)
    return (
      <Trans>
        A facilitator has deleted it, or nobody had opened it for long. The copy in this browser is
        gone as well.
      </Trans>
    );
  return (
    <>
      <Trans>A facilitator has deleted it, or nobody had opened it for long.</Trans>{" "}
      <Plural
        value={count}
        one="# change of yours never reached the server and is only in this browser. Save it now if you need it; then clear this browser's copy."
        other="# changes of yours never reached the server and are only in this browser. Save them now if you need them; then clear this browser's copy."
      />
    </>
  );
}
