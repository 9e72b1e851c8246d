// Asks before something is erased for good, and says what that means and what it cannot reach.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { saidAbout, type CardId } from "@secondstory/shared";
import { failureSentence } from "../room/failure-sentence.ts";
import { useBoard, useConnection, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { showToast } from "../ui/toast.tsx";
import { stopAsking, useErasing } from "./erasing.ts";

/** Once on the board page; `askToErase` opens it. */
export function EraseDialog() {
  const { t } = useLingui();
  const session = useSession();
  const asked = useErasing((state) => state.asked);
  const isUnsaved = useConnection(({ pending }) => pending.length > 0);
  const questions = useBoard((board) => board.questions);
  const remarks = useBoard((board) => board.remarks);
  const isLeading = useRole() === "facilitator";
  const about =
    asked === undefined || asked === "deleted" ? [] : saidAbout({ questions, remarks }, asked);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setProblem(undefined);
    stopAsking();
  };
  const erase = async () => {
    if (asked === undefined) return;
    setAsking(true);
    const answers = await Promise.all(
      asked === "deleted"
        ? [session.request({ type: "eraseDeleted" })]
        : [asked, ...(isLeading ? about : [])].map((card) =>
            session.request({ type: "erase", card }),
          ),
    );
    setAsking(false);
    for (const answer of answers) if (!answer.ok) return setProblem(failureSentence(answer));
    close();
    showToast({ text: t`Erased for good.` });
  };
  // the server can only erase what it has heard of
  const reason = isUnsaved
    ? t`Some changes are not on the server yet. Wait until it says “Saved”.`
    : isAsking
      ? t`The server is erasing it.`
      : undefined;
  return (
    <Dialog
      isOpen={asked !== undefined}
      onClose={close}
      isAlert
      title={asked === "deleted" ? t`Erase what was deleted for good?` : t`Erase this for good?`}
      actions={
        <>
          <Button look="harm" onPress={() => void erase()} disabledReason={reason}>
            <Trans>Erase for good</Trans>
          </Button>
          <Button onPress={close}>
            <Trans>Keep it</Trans>
          </Button>
        </>
      }
    >
      {asked !== undefined && asked !== "deleted" && <What card={asked} />}
      {about.length > 0 && (
        <p className="mb-3 leading-relaxed">
          {isLeading ? (
            <Plural
              value={about.length}
              one="What was asked or said about it goes with it: # note."
              other="What was asked or said about it goes with it: # notes."
            />
          ) : (
            <Plural
              value={about.length}
              one="What was asked or said about it stays: # note. If that repeats its words, a facilitator erases it."
              other="What was asked or said about it stays: # notes. If they repeat its words, a facilitator erases them."
            />
          )}
        </p>
      )}
      {asked === "deleted" && (
        <p className="mb-3 leading-relaxed">
          <Trans>
            A document remembers what was deleted from its texts and fields. This takes all of that
            out. Removed cards stay in their list, and what stands on the board stays as it is.
          </Trans>
        </p>
      )}
      <p className="leading-relaxed text-harm-ink">
        <Trans>
          It goes from the server's disk at once, and from every browser as soon as that connects.
          Nobody can bring it back. What somebody exported, copied or backed up before stays where
          it is: a password that stood here still has to be changed.
        </Trans>
      </p>
      {problem !== undefined && (
        <p role="alert" className="mt-3 text-s font-medium text-harm-ink">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

/** Quotes what is to go. */
function What({ card: id }: { readonly card: CardId }) {
  const { t } = useLingui();
  const card = useBoard((board) => board.cards[id]);
  if (!card) return null;
  return (
    <blockquote className="mb-3 max-h-32 overflow-auto border-l-2 border-line pl-3 type-note whitespace-pre-wrap wrap-anywhere">
      {card.plain || t`Evidence without words`}
    </blockquote>
  );
}
