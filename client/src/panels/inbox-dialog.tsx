// The notes that were written to me as somebody who leads.
import { Trans, useLingui } from "@lingui/react/macro";
import { markInboxNote, type InboxNote } from "@secondstory/shared";
import { useLanguage } from "../i18n/use-words.ts";
import { useInbox } from "../room/use-inbox.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { dateText, timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { NothingYet } from "../ui/nothing-yet.tsx";

/** The dialog behind “Notes for you”; on a screen that others see it shows none. */
export function InboxDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "inbox");
  const isSharing = useIsSharing();
  const notes = useInbox();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={t`Notes for you`}
      actions={
        <Button onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      {isSharing ? (
        <p>
          <Trans>
            Others may see this screen now. Your notes wait until you no longer share it.
          </Trans>
        </p>
      ) : notes.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <p className="mb-2 text-s text-ink-2">
            <Trans>
              Only those who led when a note came can read it. What comes of it is up to you; quote
              nobody without asking.
            </Trans>
          </p>
          <ul>
            {notes.map((note) => (
              <Note key={note.id} note={note} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Note({ note }: { readonly note: InboxNote }) {
  const { t } = useLingui();
  const { privateDoc, now } = useSession();
  const language = useLanguage();
  const { zone } = useTimeZone();
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const person = useControl(({ roster }) => (note.by ? roster[note.by]?.name : undefined));
  const day = dateText(dateOf(note.at, zone), language);
  const hour = timeText(note.at, zone);
  const isNew = note.readAt === null;
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="type-note leading-[1.45]! whitespace-pre-wrap wrap-anywhere">{note.text}</p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="text-s text-ink-2">
          {isNew && (
            <b className="font-semibold text-you">
              <Trans>new</Trans>
              {" · "}
            </b>
          )}
          {note.by === null ? (
            <Trans>
              without a name · {day}, in the hour after {hour}
            </Trans>
          ) : (
            <Trans>
              {person ?? t`Somebody who has left`} · {day}, {hour}
            </Trans>
          )}
        </p>
        <Button
          size="small"
          look="quiet"
          disabledReason={isSealed ? t`The report is sealed.` : undefined}
          onPress={() => markInboxNote(privateDoc, note.id, isNew ? now() : null)}
        >
          {isNew ? <Trans>Mark as read</Trans> : <Trans>Mark as new</Trans>}
        </Button>
      </div>
    </li>
  );
}
