// Asks before a board is deleted for everyone: offers to take it along first, and wants a word typed, because nobody can
// bring it back.
import { Trans, useLingui } from "@lingui/react/macro";
import { Download } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { ApiFailure, deleteBoard } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { forgetBoard } from "../room/forget-board.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useSaveMarkdown } from "./use-save-markdown.ts";

/** Shows itself when its panel is open. */
export function DeleteQuestion() {
  const { t } = useLingui();
  const session = useSession();
  const [, navigate] = useLocation();
  const isOpen = usePanel(({ open }) => open === "delete");
  const save = useSaveMarkdown();
  const [typed, setTyped] = useState("");
  const word = t`delete`;
  const isMeant = typed.trim().toLowerCase() === word.toLowerCase();
  const close = () => {
    setTyped("");
    closePanel();
  };
  const remove = async () => {
    if (!isMeant) return;
    close();
    try {
      await deleteBoard(session.boardId);
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      showToast({ text: failureSentence(failure) });
      return;
    }
    session.close(); // a copy that is open cannot be deleted
    await forgetBoard(session.boardId);
    navigate("/");
    showToast({ text: t`The board is deleted.` });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      isAlert
      title={t`Delete this board for everyone?`}
      actions={
        <>
          <Button
            look="harm"
            onPress={() => void remove()}
            disabledReason={isMeant ? undefined : t`Type “${word}” above first.`}
          >
            <Trans>Delete the board</Trans>
          </Button>
          <Button onPress={close}>
            <Trans>Keep it</Trans>
          </Button>
        </>
      }
    >
      <p className="leading-relaxed text-harm-ink">
        <Trans>
          Events, notes, actions and the report go, for everyone, and so do all links. Browsers drop
          their copies when they next connect. Nobody can bring it back.
        </Trans>
      </p>
      <p className="mt-4">
        <Button onPress={save}>
          <Icon of={Download} /> <Trans>Save as Markdown first</Trans>
        </Button>
      </p>
      <TextField
        className="mt-4"
        label={t`Type “${word}” to confirm`}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === "Enter") void remove();
        }}
      />
    </Dialog>
  );
}
