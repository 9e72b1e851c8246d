// Changes of this browser that the server does not take, because the report was sealed or the role changed meanwhile: they
// are kept here, named, and can be copied, kept until writing is possible again, or dropped.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { useState } from "react";
import {
  plainText,
  readCardId,
  readDraft,
  sharedTexts,
  type BoardState,
  type Private,
} from "@secondstory/shared";
import type { PendingChange } from "../room/pending-changes.ts";
import { useConnection, useReadOnlyReason } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Icon } from "../ui/icon.tsx";
import { showToast } from "../ui/toast.tsx";
import { DropChangesDialog } from "./drop-changes-dialog.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** A bar below the top bar, as long as there is such a change. */
export default function RefusedChanges() {
  const { t } = useLingui();
  const session = useSession();
  const reason = useReadOnlyReason();
  const isOnline = useConnection((connection) => connection.isOnline);
  const pending = useConnection((connection) => connection.pending);
  const [isDropping, setDropping] = useState(false);
  if (!isOnline || pending.length === 0 || (reason !== "sealed" && reason !== "observer"))
    return null;

  const copy = async () => {
    const isCopied = await copyText(
      wordsOf(pending, session.boardView.getState(), session.privateDoc),
    );
    showToast({ text: isCopied ? t`Copied.` : t`The browser does not let the board copy.` });
  };
  return (
    <section
      aria-label={t`Changes that are kept here`}
      className="border-b border-you-line bg-you-wash px-(--page) py-3"
    >
      <p className="font-medium text-you">
        {reason === "sealed" ? (
          <Plural
            value={pending.length}
            one="# change is not in the sealed report. It is kept here and goes out when a facilitator reopens it."
            other="# changes are not in the sealed report. They are kept here and go out when a facilitator reopens it."
          />
        ) : (
          <Plural
            value={pending.length}
            one="# change was not taken: you read along here. It is kept here and goes out when a facilitator lets you write."
            other="# changes were not taken: you read along here. They are kept here and go out when a facilitator lets you write."
          />
        )}
      </p>
      <WaitingList />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => void copy()}>
          <Icon of={Copy} /> <Trans>Copy their words</Trans>
        </Button>
        <Button size="small" look="quiet" onPress={() => setDropping(true)}>
          <Trans>Drop them …</Trans>
        </Button>
      </div>
      <DropChangesDialog isOpen={isDropping} onClose={() => setDropping(false)} />
    </section>
  );
}

/** The words of everything that was changed, each once. */
function wordsOf(pending: readonly PendingChange[], board: BoardState, own: Private): string {
  const words = pending.map(({ target, kind }) => {
    if (kind === "draft") return readDraft(target, own.drafts.get(target))?.plain ?? "";
    const text = kind === "text" ? sharedTexts.find((id) => id === target) : undefined;
    if (text) return plainText(board.texts[text]);
    const card = kind === "card" ? readCardId(target) : undefined;
    return (card && board.cards[card]?.plain) ?? "";
  });
  return [...new Set(words)].filter((text) => text !== "").join("\n\n");
}
