// Facts that somebody adds without their name: what is hidden and what is not, said before a word is written; the form; and
// what waits until the server publishes it.
import { Trans, useLingui } from "@lingui/react/macro";
import { EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { dropNameless } from "@secondstory/shared";
import { useReadOnlyReason, useConnection } from "../../room/use-room.ts";
import { useNameless } from "../../room/use-nameless.ts";
import { useSession } from "../../room/use-session.ts";
import { useIsSharing } from "../../screen/sharing.ts";
import { timeText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Icon } from "../../ui/icon.tsx";
import { announce } from "../../ui/live-region.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { NamelessForm } from "./nameless-form.tsx";

/** Below the events of Prepare; nothing for whoever may not write. */
export default function NamelessFacts() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isReadOnly = useReadOnlyReason() !== undefined;
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const isSharing = useIsSharing();
  if (isReadOnly || isSharing) return null;
  return (
    <div className="mt-4 grid gap-3">
      <Waiting />
      {isOpen ? (
        <NamelessForm onClose={() => setOpen(false)} />
      ) : (
        <p>
          <TextButton
            ref={opener}
            className="inline-flex items-center gap-1.5 text-s text-ink-2"
            onPress={() => setOpen(true)}
          >
            <Icon of={EyeOff} />
            <Trans>Add a fact without my name</Trans>
          </TextButton>
        </p>
      )}
    </div>
  );
}

function Waiting() {
  const { t } = useLingui();
  const { privateDoc } = useSession();
  const { zone } = useTimeZone();
  const isOnline = useConnection((connection) => connection.isOnline);
  const facts = useNameless();
  if (facts.length === 0) return null;
  return (
    <section
      aria-label={t`Waiting to be added without your name`}
      className="rounded-sheet border border-dashed border-you px-4 py-3"
    >
      <p className="text-s text-you">
        {isOnline ? (
          <Trans>
            Only you see this. The server adds it without your name: together with facts of others,
            or alone after a while.
          </Trans>
        ) : (
          <Trans>
            Only you see this. It waits on this device until the connection is back; then the server
            adds it without your name.
          </Trans>
        )}
      </p>
      <ul className="mt-1.5 grid gap-1.5">
        {facts.map(({ key, text, when }) => (
          <li key={key} className="flex items-start gap-3">
            <span className="min-w-0 flex-1 type-note leading-[1.4]! whitespace-pre-wrap wrap-anywhere">
              {when && (
                <span className="type-time">
                  {when.approx && "~"}
                  {timeText(when.at, zone)}{" "}
                </span>
              )}
              {text}
            </span>
            <TextButton
              className="shrink-0 text-s"
              aria-label={t`Take back: ${text}`}
              onPress={() => {
                dropNameless(privateDoc, [key]);
                announce(t`Taken back.`);
              }}
            >
              <Trans>Take back</Trans>
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
