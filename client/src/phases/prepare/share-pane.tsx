// The link of a board that is one click old: to scan, to copy, and a copy of the facilitator's for safe keeping.
import { Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays, Copy, KeyRound, Megaphone } from "lucide-react";
import { useState } from "react";
import { boardLink } from "../../room/board-link.ts";
import { knownBoard } from "../../room/known-boards.ts";
import { useSession } from "../../room/use-session.ts";
import { openPanel } from "../../screen/panels.ts";
import { SecretCover } from "../../sharing/secret-cover.tsx";
import { Button } from "../../ui/button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { showToast } from "../../ui/toast.tsx";

/** Offers the links that this browser knows. */
export function SharePane() {
  const { t } = useLingui();
  const { boardId } = useSession();
  // Where a browser refuses the clipboard the link is shown, to be copied by hand.
  const [byHand, setByHand] = useState<string>();
  const secrets = knownBoard(boardId)?.secrets ?? {};
  const copy = async (secret: string, said: string) => {
    const link = boardLink(boardId, secret);
    if (await copyText(link)) showToast({ text: said });
    else setByHand(link);
  };
  const { participant, facilitator } = secrets;
  return (
    <>
      <h2 className="type-dialog">
        <Trans>Your board is live. Share it.</Trans>
      </h2>
      {participant === undefined ? (
        <p className="mt-3">
          <Trans>
            This browser does not know the link for participants. Whoever invited you can pass it
            on.
          </Trans>
        </p>
      ) : (
        <div className="mt-4 flex flex-wrap items-start gap-5">
          <SecretCover className="size-[9.4rem]">
            <QrCode
              text={boardLink(boardId, participant)}
              label={t`QR code of the link for participants`}
              size={9.4}
            />
          </SecretCover>
          <div className="min-w-48 flex-1">
            <p className="leading-normal">
              <Trans>
                Whoever has the link can read and write before the meeting. No account, only a name.
              </Trans>
            </p>
            <Button
              look="ink"
              className="mt-3"
              onPress={() => void copy(participant, t`Link copied.`)}
            >
              <Icon of={Copy} />
              <Trans>Copy link</Trans>
            </Button>
          </div>
        </div>
      )}
      {byHand !== undefined && (
        <SecretCover className="mt-4">
          <p className="mt-4 font-mono text-s [overflow-wrap:anywhere] select-all">{byHand}</p>
        </SecretCover>
      )}
      <ul className="mt-6 border-t border-line">
        <li className="flex items-center gap-3 border-b border-line py-3">
          <Icon of={CalendarDays} className="text-ink-2" />
          <span>
            <Trans>
              <TextButton onPress={() => openPanel("announce")}>Set a date</TextButton>, best within
              a week
            </Trans>
          </span>
        </li>
        <li className="flex items-center gap-3 border-b border-line py-3">
          <Icon of={Megaphone} className="text-ink-2" />
          <span>
            <Trans>
              <TextButton onPress={() => openPanel("announce")}>Text for chat or mail</TextButton>{" "}
              with the link in it
            </Trans>
          </span>
        </li>
      </ul>
      {facilitator !== undefined && (
        <p className="mt-4 text-s leading-normal text-ink-2">
          <Icon of={KeyRound} className="mr-1 inline align-[-.2em]" />
          <Trans>
            You hold the facilitator link. This device remembers it;{" "}
            <TextButton
              onPress={() =>
                void copy(facilitator, t`Facilitator link copied. Keep it to yourself.`)
              }
            >
              keep a copy
            </TextButton>
            .
          </Trans>
        </p>
      )}
    </>
  );
}
