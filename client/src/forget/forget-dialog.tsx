import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { forgetBoard } from "../room/forget-board.ts";
import type { KnownBoard } from "../room/known-boards.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Asks before a board is forgotten here. */
export function ForgetDialog({
  board,
  waiting = 0,
  onClose,
  onForgotten,
}: {
  /** Undefined while nothing is asked. */
  readonly board: Pick<KnownBoard, "id" | "role"> | undefined;
  /** Changes that the server does not have yet, where that is known. */
  readonly waiting?: number;
  readonly onClose: () => void;
  readonly onForgotten?: () => void;
}) {
  const { t } = useLingui();
  return (
    <Dialog
      isOpen={board !== undefined}
      onClose={onClose}
      title={t`Forget this board on this device?`}
      isAlert
      actions={
        <>
          <Button
            look="harm"
            onPress={() => {
              if (board) void forgetBoard(board.id);
              onClose();
              onForgotten?.();
            }}
          >
            <Trans>Forget the board here</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Keep it</Trans>
          </Button>
        </>
      }
    >
      <p className="leading-relaxed">
        <Trans>
          Its links and this browser's copy go, with everything the server does not have yet. The
          board itself stays on the server for everybody else.
        </Trans>
      </p>
      {waiting > 0 && (
        <p className="mt-2 leading-relaxed text-harm-ink">
          <Plural
            value={waiting}
            one="# change is kept only here. It would be lost."
            other="# changes are kept only here. They would be lost."
          />
        </p>
      )}
      {board?.role === "facilitator" && (
        <p className="mt-2 leading-relaxed text-harm-ink">
          <Trans>You lead this board. If nobody else has its facilitator link, nobody will.</Trans>
        </p>
      )}
    </Dialog>
  );
}
