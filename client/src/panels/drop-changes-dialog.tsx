// Asks whether what the server did not take may be dropped, and does it.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useConnection } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface DropChangesDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The page loads anew when they are dropped. */
export function DropChangesDialog({ isOpen, onClose }: DropChangesDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const count = useConnection(({ pending }) => pending.length);
  const drop = async () => {
    await session.dropRefused();
    location.reload();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Drop what the server did not take?`}
      isAlert
      actions={
        <>
          <Button look="harm" onPress={() => void drop()}>
            <Plural value={count} one="Drop # change" other="Drop # changes" />
          </Button>
          <Button onPress={onClose}>
            <Trans>Keep them here</Trans>
          </Button>
        </>
      }
    >
      <p className="leading-relaxed text-harm-ink">
        <Trans>
          This browser's copy of the board is replaced by the server's. What only this browser has
          is lost.
        </Trans>
      </p>
    </Dialog>
  );
}
