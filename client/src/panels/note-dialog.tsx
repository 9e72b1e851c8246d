// A note to the facilitators: who will read it is said before a word is written. What stands in it stays on this screen until
// it is sent, because a draft that the server keeps would say whose it is.
import { Trans, useLingui } from "@lingui/react/macro";
import { nanoid } from "nanoid";
import { useState } from "react";
import { maxInboxNoteLength } from "@secondstory/shared";
import { ApiFailure, sendNote } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { useConnection, useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";

/** The dialog behind “Only for the facilitator”. It keeps what was begun while the board is open. */
export function NoteDialog() {
  const { t } = useLingui();
  const { boardId, me } = useSession();
  const isOpen = usePanel(({ open }) => open === "note");
  const roster = useControl((control) => control.roster);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isOnline = useConnection((connection) => connection.isOnline);
  const isSharing = useIsSharing();
  const [text, setText] = useState("");
  const [isNameless, setNameless] = useState(false);
  const [isSending, setSending] = useState(false);
  // sent again after a failure it is the same note
  const [id, setId] = useState(() => nanoid());
  const readers = Object.values(roster).filter(
    (person) => person.role === "facilitator" && person.id !== me,
  );
  const names = readers
    .toSorted((a, b) => a.joinOrder - b.joinOrder)
    .map(({ name }) => name)
    .join(", ");

  const reason = isSealed
    ? t`The report is sealed. A facilitator can reopen it.`
    : readers.length === 0
      ? t`Nobody else leads this board just now.`
      : !isOnline
        ? t`Sending needs the connection. What you wrote stays here.`
        : text.trim() === ""
          ? t`Write a few words first.`
          : undefined;
  const send = async () => {
    if (isSending) return;
    setSending(true);
    try {
      await sendNote(boardId, { id, text: text.trim(), named: !isNameless });
      setText("");
      setId(nanoid());
      closePanel();
      showToast({ text: t`Sent. Only ${names} can read it.` });
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      showToast({ text: failureSentence(failure) });
    } finally {
      setSending(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={t`Only for the facilitator`}
      actions={
        <>
          <Button look="ink" disabledReason={reason} onPress={() => void send()}>
            <Trans>Send</Trans>
          </Button>
          <Button onPress={closePanel}>
            <Trans>Close</Trans>
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        {readers.length === 0 ? (
          <Trans>Nobody else leads this board just now.</Trans>
        ) : (
          <Trans>
            Only {names} will read this, and nobody who leads later. It never comes onto the board
            or into the report. Whoever runs the server could read it as well.
          </Trans>
        )}
      </p>
      {isSharing && (
        <p className="mt-2 font-medium">
          <Trans>Others may see this screen now.</Trans>
        </p>
      )}
      <TextArea
        label={t`Your note`}
        rows={3}
        maxLength={maxInboxNoteLength}
        value={text}
        onChange={setText}
        className="mt-4"
      />
      <Checkbox isSelected={isNameless} onChange={setNameless} className="mt-3">
        <Trans>Without my name</Trans>
      </Checkbox>
      {isNameless && (
        <p className="mt-1 text-s leading-normal text-ink-2">
          <Trans>
            Then the server does not keep who wrote it. It arrives at once: whoever sees who is here
            just now, or knows your words, may guess. Who runs the server or the network could find
            out while it is on its way.
          </Trans>
        </p>
      )}
    </Dialog>
  );
}
