// Asks before the report is sealed: what is unfinished is told, and check-out is never passed over in silence.
import { Trans, useLingui } from "@lingui/react/macro";
import { hasHeldCheckOut } from "@secondstory/shared";
import { useMoveMeeting } from "../frame/use-move-meeting.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl } from "../room/use-room.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { StillOpen } from "./still-open.tsx";

/** The dialog behind “Seal the report”. */
export function SealQuestion() {
  const { t } = useLingui();
  const request = useRequest();
  const move = useMoveMeeting();
  const isOpen = usePanel(({ open }) => open === "seal");
  const hasRest = useControl(({ plan }) => plan.rest !== undefined);
  const wasHeard = useControl(hasHeldCheckOut);
  const seal = () => {
    closePanel();
    void request({ type: "seal" });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={wasHeard ? t`Seal the report?` : t`Seal the report without a check-out?`}
      actions={
        wasHeard ? (
          <>
            <Button look="ink" onPress={seal}>
              <Trans>Seal the report</Trans>
            </Button>
            <Button onPress={closePanel}>
              <Trans>Stay a little</Trans>
            </Button>
          </>
        ) : (
          <>
            <Button
              look="ink"
              onPress={() => {
                closePanel();
                void move("check-out");
              }}
            >
              <Trans>On to the check-out</Trans>
            </Button>
            <Button onPress={seal}>
              <Trans>Seal without it</Trans>
            </Button>
            <Button look="quiet" onPress={closePanel}>
              <Trans>Stay a little</Trans>
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-3 leading-relaxed">
        {!wasHeard && (
          <p>
            <Trans>Not everyone was heard once more. Two minutes are enough.</Trans>
          </p>
        )}
        <StillOpen />
        {hasRest && (
          <p>
            <Trans>
              Parts of it are to be finished later. Once it is sealed nobody can; sealing can wait.
            </Trans>
          </p>
        )}
        <p>
          <Trans>
            Then everyone reads and nobody writes. What somebody still writes without a connection
            is kept with them. You can reopen it at any time.
          </Trans>
        </p>
      </div>
    </Dialog>
  );
}
