// Inviting: one link to write, one to read along. Handing over the lead is a step of its own.
import { Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { useEffect, useState } from "react";
import type { BoardId, Role } from "@secondstory/shared";
import { ApiFailure, readSummary } from "../room/api.ts";
import { DoorSetting } from "../leading/lead-settings.tsx";
import { boardLink, boardPath } from "../room/board-link.ts";
import { dropSecrets, keepSecret } from "../room/link-secrets.ts";
import { useControl, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { SecretCover } from "../sharing/secret-cover.tsx";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { showToast } from "../ui/toast.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { SignedInPeople } from "./signed-in-people.tsx";
import { useSecrets } from "./use-secrets.ts";

/** The dialog behind “Invite”. */
export function InviteDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "invite");
  const [isHandingOver, setHandingOver] = useState(false);
  const close = () => {
    setHandingOver(false);
    closePanel();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={isHandingOver ? t`Hand over the lead?` : t`Invite people`}
    >
      {isHandingOver ? (
        <HandOver onBack={() => setHandingOver(false)} />
      ) : (
        <Invitation onHandOver={() => setHandingOver(true)} />
      )}
    </Dialog>
  );
}

function Invitation({ onHandOver }: { readonly onHandOver: () => void }) {
  const { t } = useLingui();
  const secrets = useSecrets();
  const cannotLead = useLeadReason();
  const [role, setRole] = useState<"participant" | "observer">(
    secrets.participant || !secrets.observer ? "participant" : "observer",
  );
  return (
    <>
      <p className="text-s leading-relaxed text-ink-2">
        {role === "participant" ? (
          <Trans>Whoever has this link can read and write. No account, only a name.</Trans>
        ) : (
          <Trans>Whoever has this link reads along and cannot write.</Trans>
        )}
      </p>
      <div className="mt-3">
        <SegmentedChoice
          label={t`What the link allows`}
          options={[
            { id: "participant", label: t`Participant` },
            { id: "observer", label: t`Read only` },
          ]}
          value={role}
          onChange={setRole}
        />
      </div>
      <div className="mt-4">
        <LinkThatGives key={role} to={role} />
      </div>
      <SignedInPeople />
      <Door />
      <p className="mt-5 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line pt-3 text-s text-ink-2">
        {secrets.facilitator ? (
          <>
            <Trans>This device has the facilitator link.</Trans>
            <TextButton className="ml-auto" onPress={onHandOver}>
              <Trans>Hand over …</Trans>
            </TextButton>
          </>
        ) : cannotLead === undefined ? (
          <>
            <Trans>You lead, without a link for it on this device.</Trans>
            <TextButton className="ml-auto" onPress={onHandOver}>
              <Trans>Make one …</Trans>
            </TextButton>
          </>
        ) : (
          <Trans>A facilitator can hand over the lead.</Trans>
        )}
      </p>
    </>
  );
}

/** Whether newcomers wait to be let in: for those who lead a choice, for others a word where it is so. */
function Door() {
  const isOn = useControl(({ door }) => door.isOn);
  const isFacilitator = useRole() === "facilitator";
  if (!isFacilitator && !isOn) return null;
  return (
    <div className="mt-5 border-t border-line pt-3">
      {isFacilitator ? (
        <DoorSetting />
      ) : (
        <p className="text-s text-ink-2">
          <Trans>Newcomers wait at the door until a facilitator lets them in.</Trans>
        </p>
      )}
    </div>
  );
}

function HandOver({ onBack }: { readonly onBack: () => void }) {
  return (
    <>
      <p className="leading-relaxed">
        <Trans>
          Whoever opens this link leads the meeting: moves it on, seals the report, removes people.
          Give it to one person, not to the group.
        </Trans>
      </p>
      <div className="mt-4">
        <LinkThatGives to="facilitator" />
      </div>
      <div className="mt-4">
        <Button look="quiet" onPress={onBack}>
          <Trans>Back to the links for everyone</Trans>
        </Button>
      </div>
    </>
  );
}

function LinkThatGives({ to: role }: { readonly to: Role }) {
  const { t } = useLingui();
  const { boardId } = useSession();
  const secret = useSecrets()[role];
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (secret !== undefined) void dropIfSwitchedOff(boardId, secret);
  }, [boardId, secret]);
  if (secret === undefined) return <NoLinkYet to={role} />;
  const link = boardLink(boardId, secret);
  const copy = async () => {
    const isCopied = await copyText(link);
    setShown(!isCopied);
    if (isCopied) showToast({ text: t`Link copied.` });
  };
  return (
    <div className="flex flex-wrap items-start gap-5">
      {role !== "facilitator" && (
        <SecretCover className="size-[11.5rem]">
          <QrCode
            text={link}
            label={
              role === "participant"
                ? t`QR code of the link to write`
                : t`QR code of the link to read along`
            }
          />
        </SecretCover>
      )}
      <div className="min-w-0 flex-[1_1_11rem]">
        {isShown ? (
          <SecretCover className="mb-4">
            <LinkInWords boardId={boardId} end={`#${secret}`} />
            <p className="mb-3 text-s text-ink-2">
              <Trans>The browser does not let the board copy. Select the link and copy it.</Trans>
            </p>
          </SecretCover>
        ) : (
          <LinkInWords boardId={boardId} end="#•••" />
        )}
        <Button look="ink" onPress={() => void copy()}>
          <Icon of={Copy} /> <Trans>Copy link</Trans>
        </Button>
      </div>
    </div>
  );
}

/** Somebody may have switched the link off since this browser saw it: then it is offered no more. */
async function dropIfSwitchedOff(board: BoardId, secret: string): Promise<void> {
  try {
    await readSummary(board, secret);
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.code === "secret-switched-off")
      dropSecrets(board, (known) => known === secret);
  }
}

function LinkInWords({ boardId, end }: { readonly boardId: BoardId; readonly end: string }) {
  return (
    <p className="mb-4 font-mono text-s leading-snug break-all">
      {location.host + boardPath(boardId)} <span className="text-ink-3">{end}</span>
    </p>
  );
}

/** This browser has not seen a link of that role, and the server keeps none that could be read. */
function NoLinkYet({ to: role }: { readonly to: Role }) {
  const { t } = useLingui();
  const { boardId } = useSession();
  const request = useRequest();
  const cannotLead = useLeadReason();
  const make = async () => {
    const answer = await request({ type: "newLink", role });
    if (answer.ok && answer.secret !== undefined) keepSecret(boardId, role, answer.secret);
  };
  return (
    <>
      <p className="mb-3 text-s leading-relaxed text-ink-2">
        <Trans>This browser has not seen that link, and the server keeps no copy of it.</Trans>
      </p>
      <Button
        onPress={() => void make()}
        disabledReason={
          cannotLead === undefined ? undefined : t`A facilitator can make another link.`
        }
      >
        <Trans>Make another link</Trans>
      </Button>
    </>
  );
}
