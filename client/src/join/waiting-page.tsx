// At the door of a board: nothing of it is here yet. The page goes on by itself.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import type { BoardId } from "@secondstory/shared";
import { ApiFailure, joinBoard, leaveBoard } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { SitePage } from "../site/site-page.tsx";
import { Button } from "../ui/button.tsx";
import { TextButton } from "../ui/text-button.tsx";
import type { SeatState } from "./seat.ts";
import { useDoor } from "./use-door.ts";

interface WaitingPageProps {
  readonly board: BoardId;
  /** Of the link they came by. */
  readonly secret: string | undefined;
  readonly onSeat: (state: SeatState) => void;
}

/** Waits until a facilitator lets one in, or says “not now”. */
export default function WaitingPage({ board, secret, onSeat }: WaitingPageProps) {
  const [, navigate] = useLocation();
  const { standing, isCut, askNow } = useDoor(board, secret, onSeat);
  const leave = async () => {
    await leaveBoard(board).catch(() => undefined); // without an answer they only go from this page
    navigate("/");
  };
  return (
    <SitePage>
      <div className="my-auto py-10" role="status">
        {standing?.stands === "turned-away" ? <TurnedAway /> : <Waiting name={standing?.name} />}
        {isCut && (
          <p className="mt-4 text-s font-medium text-harm-ink">
            <Trans>The server does not answer just now. This page keeps trying.</Trans>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {standing?.stands === "turned-away" && (
          <AskAgain board={board} againInMs={standing.againInMs ?? 0} onAsked={askNow} />
        )}
        <TextButton onPress={() => void leave()}>
          <Trans>I do not want to wait</Trans>
        </TextButton>
      </div>
    </SitePage>
  );
}

const titleClass =
  "mt-1.5 font-story text-[1.875rem] leading-[1.16] font-[450] tracking-[-.015em] text-pretty wrap-anywhere half:text-[2.375rem]";

function Waiting({ name }: { readonly name: string | undefined }) {
  return (
    <>
      <p className="text-ink-2">
        {name === undefined ? (
          <Trans>You are at the door</Trans>
        ) : (
          <Trans>You are at the door, {name}</Trans>
        )}
      </p>
      <h1 className={titleClass}>
        <Trans>A facilitator lets you in</Trans>
      </h1>
      <p className="mt-4 leading-relaxed text-ink-2">
        <Trans>
          They see your name. As soon as they open, this page goes on by itself; you can leave it
          alone until then.
        </Trans>
      </p>
    </>
  );
}

function TurnedAway() {
  return (
    <>
      <p className="text-ink-2">
        <Trans>Not just now</Trans>
      </p>
      <h1 className={titleClass}>
        <Trans>The facilitators cannot let you in at the moment</Trans>
      </h1>
      <p className="mt-4 leading-relaxed text-ink-2">
        <Trans>
          That can have many reasons. If you are expected, tell whoever sent you the link: you can
          still be let in.
        </Trans>
      </p>
    </>
  );
}

interface AskAgainProps {
  readonly board: BoardId;
  readonly againInMs: number;
  readonly onAsked: () => void;
}

function AskAgain({ board, againInMs, onAsked }: AskAgainProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<ApiFailure>();
  const minutes = Math.ceil(againInMs / 60_000);
  const ask = async () => {
    try {
      setProblem(undefined);
      await joinBoard(board, {});
      onAsked();
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setProblem(failure);
    }
  };
  return (
    <>
      <Button
        look="you"
        disabledReason={againInMs > 0 ? t`You can ask again in a while.` : undefined}
        onPress={() => void ask()}
      >
        <Trans>Ask again</Trans>
      </Button>
      {againInMs > 0 && (
        <span className="text-s text-ink-2">
          <Plural value={minutes} one="in # minute" other="in # minutes" />
        </span>
      )}
      {problem && (
        <p role="alert" className="basis-full text-s font-medium text-harm-ink">
          {failureSentence(problem)}
        </p>
      )}
    </>
  );
}
