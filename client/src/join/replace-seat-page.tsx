import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { BoardId, ParticipantId } from "@secondstory/shared";
import { ApiFailure } from "../room/api.ts";
import { SitePage } from "../site/site-page.tsx";
import { joinFailureSentence } from "./join-failure-sentence.ts";
import { Button } from "../ui/button.tsx";
import { comeAlong, type SeatState } from "./seat.ts";

interface ReplaceSeatPageProps {
  readonly board: BoardId;
  /** Of the link from the other device. */
  readonly secret: string;
  /** Who has a seat here already. */
  readonly me: ParticipantId;
  readonly onSeat: (state: SeatState) => void;
}

/** The link does not work, and will not another time. */
const noSeatStatus = 401;

/** Asks whose board this browser shows: a link from another device would take the place of the seat that is here. */
export default function ReplaceSeatPage({ board, secret, me, onSeat }: ReplaceSeatPageProps) {
  const [isJoining, setJoining] = useState(false);
  const [problem, setProblem] = useState<ApiFailure>();
  const replace = async () => {
    if (isJoining) return;
    setJoining(true);
    try {
      onSeat(await comeAlong(board, secret));
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setProblem(failure);
      setJoining(false);
    }
  };
  return (
    <SitePage>
      <div className="my-auto py-10">
        <h1 className="type-title">
          <Trans>This browser is on the board already</Trans>
        </h1>
        <p className="mt-3 leading-relaxed text-ink-2">
          <Trans>
            Your link makes it continue as the person on the other device. If somebody else was
            here, they lose their place in this browser; what they wrote stays on the board.
          </Trans>
        </p>
        {problem && (
          <p role="alert" className="mt-4 text-s font-medium text-harm-ink">
            {joinFailureSentence(problem)}
          </p>
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          {problem?.status !== noSeatStatus && (
            <Button look="you" onPress={() => void replace()}>
              {isJoining ? (
                <Trans>One moment …</Trans>
              ) : (
                <Trans>Continue as on the other device</Trans>
              )}
            </Button>
          )}
          <Button onPress={() => onSeat({ kind: "seated", me })}>
            <Trans>Stay as it is here</Trans>
          </Button>
        </div>
      </div>
    </SitePage>
  );
}
