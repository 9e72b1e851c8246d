// Continuing on another device: a code to scan or a link to copy, which works once and not for long.
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { boardLink } from "../room/board-link.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { useMyDevices } from "../room/use-my-devices.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { SecretCover } from "../sharing/secret-cover.tsx";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { showToast } from "../ui/toast.tsx";

type Ticket =
  | { readonly kind: "making" }
  | { readonly kind: "failed"; readonly code: string; readonly message: string }
  | {
      readonly kind: "made";
      readonly secret: string;
      /** Epoch milliseconds, this device's clock. */
      readonly endsAt: number;
      /** On how many devices I was when it was made. */
      readonly devices: number;
    }
  | { readonly kind: "expired" | "used" };

/** The dialog behind “Continue on another device”. */
export function DeviceDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "device");
  return (
    <Dialog isOpen={isOpen} onClose={closePanel} title={t`Continue on another device`}>
      <DeviceLink />
    </Dialog>
  );
}

function DeviceLink() {
  const { ticket, make } = useTicket();
  switch (ticket.kind) {
    case "making":
      return (
        <p className="py-6 text-ink-2">
          <Trans>One moment …</Trans>
        </p>
      );
    case "failed":
      return (
        <>
          <p role="alert" className="leading-relaxed text-harm-ink">
            {failureSentence(ticket)}
          </p>
          <Button className="mt-4" onPress={() => void make()}>
            <Trans>Try again</Trans>
          </Button>
        </>
      );
    case "expired":
      return (
        <>
          <p role="status" className="leading-relaxed">
            <Trans>The link has expired.</Trans>
          </p>
          <Button look="ink" className="mt-4" onPress={() => void make()}>
            <Trans>Make a new link</Trans>
          </Button>
        </>
      );
    case "used":
      return (
        <>
          <p role="status" className="flex gap-2 leading-relaxed">
            <Icon of={Check} className="mt-1" />
            <Trans>Your other device is here. The link is used up.</Trans>
          </p>
          <Button look="ink" className="mt-4" onPress={closePanel}>
            <Trans>Done</Trans>
          </Button>
        </>
      );
    case "made":
  }
  return <Shown secret={ticket.secret} endsAt={ticket.endsAt} />;
}

function Shown({ secret, endsAt }: { readonly secret: string; readonly endsAt: number }) {
  const { t, i18n } = useLingui();
  const { boardId } = useSession();
  const [isByHand, setByHand] = useState(false);
  const link = boardLink(boardId, secret);
  const until = i18n.date(new Date(endsAt), { timeStyle: "short" });
  const copy = async () => {
    const isCopied = await copyText(link);
    setByHand(!isCopied);
    if (isCopied) showToast({ text: t`Link copied.` });
  };
  return (
    <>
      <p className="text-s leading-relaxed text-ink-2">
        <Trans>
          Scan this with the other device, or open the link there. You are the same person on both:
          your name, your drafts, your role.
        </Trans>
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-5">
        <SecretCover className="size-[11.5rem]">
          <QrCode text={link} label={t`QR code that takes your seat to another device`} />
        </SecretCover>
        <div className="min-w-0 flex-[1_1_11rem]">
          <p className="leading-relaxed">
            <Trans>It works once, until {until}.</Trans>
          </p>
          <p className="mt-2 mb-4 text-s leading-relaxed text-ink-2">
            <Trans>Keep it to yourself: whoever opens it is you.</Trans>
          </p>
          {isByHand && (
            <div className="mb-3 text-s text-ink-2">
              <Trans>The browser does not let the board copy. Select the link and copy it.</Trans>
              <SecretCover className="mt-2">
                <span className="mt-1 block font-mono leading-snug break-all text-ink select-all">
                  {link}
                </span>
              </SecretCover>
            </div>
          )}
          <Button look="ink" onPress={() => void copy()}>
            <Icon of={Copy} /> <Trans>Copy link</Trans>
          </Button>
        </div>
      </div>
    </>
  );
}

/** A link that is made as soon as the dialog is open, and again when it is asked for. */
function useTicket() {
  const { request, now } = useSession();
  const devices = useMyDevices();
  const [ticket, setTicket] = useState<Ticket>({ kind: "making" });
  const isWanted = useRef(false);
  const make = async () => {
    isWanted.current = true;
    setTicket({ kind: "making" });
    const answer = await request({ type: "newDeviceLink" });
    if (!answer.ok) setTicket({ kind: "failed", ...answer });
    else if (answer.secret !== undefined && answer.expiresAt !== undefined) {
      const endsAt = answer.expiresAt - now() + Date.now();
      setTicket({ kind: "made", secret: answer.secret, endsAt, devices });
    }
  };

  useEffect(() => {
    if (!isWanted.current) void make(); // once: React runs effects twice while developing
  });
  // it is used up for good, also when the other device goes again
  if (ticket.kind === "made" && devices > ticket.devices) setTicket({ kind: "used" });
  const endsAt = ticket.kind === "made" ? ticket.endsAt : undefined;
  useEffect(() => {
    if (endsAt === undefined) return undefined;
    const timer = setTimeout(() => setTicket({ kind: "expired" }), endsAt - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt]);
  return { ticket, make };
}
