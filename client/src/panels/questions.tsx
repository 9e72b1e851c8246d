// Questions that stand before what cannot be undone, or what everybody feels.
import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { SealQuestion } from "../agenda/seal-question.tsx";
import { ForgetDialog } from "../forget/forget-dialog.tsx";
import { useConnection, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useRequest } from "../frame/use-request.ts";
import { DeleteQuestion } from "./delete-question.tsx";

/** All of them; each shows itself when its panel is open. */
export function Questions() {
  return (
    <>
      <SealQuestion />
      <ReopenQuestion />
      <ForgetQuestion />
      <DeleteQuestion />
    </>
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
