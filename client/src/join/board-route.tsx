// The address of a board: finds this browser's seat, asks for a name where there is none, then shows the board.
import { useEffect, useState, type ComponentType } from "react";
import { useLocation } from "wouter";
import type { BoardId, ParticipantId } from "@secondstory/shared";
import { withPageMessages } from "../i18n/i18n.ts";
import { later } from "../ui/later.ts";
import { preloadable } from "../ui/preloadable.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { findSeat, findSeatAgain, seatAtFirst, takeSecret, type SeatState } from "./seat.ts";

const JoinPage = preloadable(() => withPageMessages(import("./join-page.tsx")));
const NoKeyPage = later(() => withPageMessages(import("./no-key-page.tsx")));
const NoBoardPage = later(() => withPageMessages(import("./no-board-page.tsx")));
const ReplaceSeatPage = later(() => withPageMessages(import("./replace-seat-page.tsx")));
const WaitingPage = later(() => withPageMessages(import("./waiting-page.tsx")));
const UnreachablePage = later(() => withPageMessages(import("./unreachable-page.tsx")));

export interface SeatedProps {
  readonly board: BoardId;
  readonly me: ParticipantId;
  /** The server does not know this seat any more. */
  readonly onSeatLost: () => void;
}

interface BoardRouteProps {
  readonly board: BoardId;
  /** Fetches what a board needs, while the seat is being found. */
  readonly preload: () => Promise<void>;
  /** What is shown to whoever has a seat. */
  readonly Seated: ComponentType<SeatedProps>;
}

/** Everything between a link and its board. */
export function BoardRoute({ board, preload, Seated }: BoardRouteProps) {
  const [, navigate] = useLocation();
  const [state, setState] = useState<SeatState>(() => seatAtFirst(board));
  const open = async (secret: string | undefined) => setState(await findSeat(board, secret));

  const isAsking = state.kind === "asking";
  useEffect(() => {
    if (state.kind === "opening") void JoinPage.preload();
  }, [state.kind]);
  useEffect(() => {
    if (isAsking) void preload();
  }, [isAsking, preload]);
  useEffect(() => {
    let isCurrent = true;
    const openHere = async () => {
      const found = await findSeat(board, takeSecret());
      if (isCurrent) setState((last) => (isSameSeat(last, found) ? last : found));
    };
    const onHashChange = () => {
      if (location.hash) void openHere();
    };
    void openHere();
    window.addEventListener("hashchange", onHashChange);
    return () => {
      isCurrent = false;
      window.removeEventListener("hashchange", onHashChange);
    };
  }, [board]);

  switch (state.kind) {
    case "opening":
      return <Skeleton />;
    case "asking":
      return (
        <JoinPage
          board={board}
          secret={state.secret}
          summary={state.summary}
          hasDoor={state.hasDoor ?? false}
          onSeat={setState}
        />
      );
    case "seated":
      return (
        <Seated
          key={state.me}
          board={board}
          me={state.me}
          onSeatLost={() => void findSeatAgain(board).then(setState)}
        />
      );
    case "waiting":
      return <WaitingPage board={board} secret={state.secret} onSeat={setState} />;
    case "replacing":
      return (
        <ReplaceSeatPage board={board} secret={state.secret} me={state.me} onSeat={setState} />
      );
    case "no-key":
      return (
        <NoKeyPage
          board={board}
          problem={state.problem}
          onLink={(to, secret) => {
            if (to === board) void open(secret);
            else navigate(`/b/${to}#${secret}`);
          }}
        />
      );
    case "no-board":
      return <NoBoardPage />;
    case "unreachable":
  }
  return <UnreachablePage problem={state.problem} onRetry={() => void open(undefined)} />;
}

const isSameSeat = (a: SeatState, b: SeatState): boolean =>
  a.kind === "seated" && b.kind === "seated" && a.me === b.me;
