// Questions that stand before what cannot be undone, or what everybody feels.
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Role } from "@secondstory/shared";
import { ForgetDialog } from "../forget/forget-dialog.tsx";
import { useWords } from "../i18n/use-words.ts";
import { rememberBoard } from "../room/known-boards.ts";
import { useConnection, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, openPanel, usePanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { showToast } from "../ui/toast.tsx";
import { useRequest } from "../frame/use-request.ts";
import { DeleteQuestion } from "./delete-question.tsx";

/** All of them; each shows itself when its panel is open. */
export function Questions() {
  return (
    <>
      <SealQuestion />
      <ReopenQuestion />
      <NewLinkQuestion />
      <ForgetQuestion />
      <DeleteQuestion />
    </>
  );
}

function SealQuestion() {
  const { t } = useLingui();
  const request = useRequest();
  const isOpen = usePanel(({ open }) => open === "seal");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={t`Seal the report?`}
      actions={
        <>
          <Button
            look="ink"
            onPress={() => {
              closePanel();
              void request({ type: "seal" });
            }}
          >
            <Trans>Seal the report</Trans>
          </Button>
          <Button onPress={closePanel}>
            <Trans>Stay a little</Trans>
          </Button>
        </>
      }
    >
      <p className="leading-relaxed">
        <Trans>
          Then everyone reads and nobody writes. What somebody still writes without a connection is
          kept with them. You can reopen it at any time.
        </Trans>
      </p>
    </Dialog>
  );
}

function ReopenQuestion() {
  const { t } = useLingui();
  const request = useRequest();
  const isOpen = usePanel(({ open }) => open === "reopen");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={t`Reopen the report?`}
      actions={
        <>
          <Button
            look="ink"
            onPress={() => {
              closePanel();
              void request({ type: "reopen" });
            }}
          >
            <Trans>Reopen the report</Trans>
          </Button>
          <Button onPress={closePanel}>
            <Trans>Leave it sealed</Trans>
          </Button>
        </>
      }
    >
      <p className="leading-relaxed">
        <Trans>Then participants can write again, and what waited with them goes out.</Trans>
      </p>
    </Dialog>
  );
}

function NewLinkQuestion() {
  const { t } = useLingui();
  const word = useWords();
  const request = useRequest();
  const { boardId } = useSession();
  const isOpen = usePanel(({ open }) => open === "new-links");
  const [role, setRole] = useState<Role>("participant");
  const replace = async () => {
    closePanel();
    const off = await request({ type: "switchOffLinks", role });
    if (!off.ok) return;
    const made = await request({ type: "newLink", role });
    if (!made.ok || made.secret === undefined) return;
    rememberBoard({ id: boardId, secrets: { [role]: made.secret } });
    showToast({
      text: t`The old links are switched off.`,
      action: { label: t`Show the new one`, onPress: () => openPanel("invite") },
    });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      isAlert
      title={t`Replace a link?`}
      actions={
        <>
          <Button look="harm" onPress={() => void replace()}>
            <Trans>Switch off and make a new link</Trans>
          </Button>
          <Button onPress={closePanel}>
            <Trans>Keep the links</Trans>
          </Button>
        </>
      }
    >
      <SegmentedChoice
        label={t`Which link`}
        options={(["participant", "observer", "facilitator"] as const).map((id) => ({
          id,
          label: word(`roles.${id}`),
        }))}
        value={role}
        onChange={setRole}
      />
      <p className="mt-3 leading-relaxed text-harm-ink">
        <Trans>
          All links of this role stop working, printed and sent ones too. Whoever is on the board
          already stays on it.
        </Trans>
      </p>
    </Dialog>
  );
}

function ForgetQuestion() {
  const { boardId } = useSession();
  const role = useRole();
  const [, navigate] = useLocation();
  const isOpen = usePanel(({ open }) => open === "forget");
  const waiting = useConnection(({ pending }) => pending.length);
  return (
    <ForgetDialog
      board={isOpen ? { id: boardId, role } : undefined}
      waiting={waiting}
      onClose={closePanel}
      onForgotten={() => navigate("/")}
    />
  );
}
