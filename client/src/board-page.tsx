// A board: its frame and the phase that this screen shows. A chunk of its own, with everything a board needs to work.
import { useLingui } from "@lingui/react/macro";
import { Suspense, useEffect } from "react";
import { BoardTop } from "./frame/board-top.tsx";
import { MeetingDock } from "./frame/meeting-dock.tsx";
import { PageTurn } from "./frame/page-turn.tsx";
import { useFollowMeeting, useShownPhase } from "./frame/use-follow-meeting.ts";
import { RoomTop } from "./frame/room-top.tsx";
import { useRoomView } from "./frame/use-room-view.ts";
import { withBoardMessages } from "./i18n/i18n.ts";
import { useWords } from "./i18n/use-words.ts";
import type { SeatedProps } from "./join/board-route.tsx";
import { useLookForNewer } from "./offline/use-look-for-newer.ts";
import { phaseViews } from "./phases/views.ts";
import { useOpenSession } from "./room/use-open-session.ts";
import { useControl } from "./room/use-room.ts";
import { SessionContext } from "./room/use-session.ts";
import { closePanel } from "./screen/panels.ts";
import { closeSideList } from "./screen/side-lists.ts";
import { later, loadTheRest } from "./ui/later.ts";
import { Skeleton } from "./ui/skeleton.tsx";

const RefusedChanges = later(() => withBoardMessages(import("./panels/refused-changes.tsx")));
const GuidePanel = later(() => withBoardMessages(import("./guide/guide-panel.tsx")));
const RestBar = later(() => withBoardMessages(import("./agenda/rest-bar.tsx")));
const Panels = later(() => withBoardMessages(import("./panels/panels.tsx")));

/** Opens the session of whoever has a seat, and shows the board. */
export default function BoardPage({ board, me, onSeatLost }: SeatedProps) {
  const session = useOpenSession(board, me);
  useEffect(
    () => () => {
      closePanel();
      closeSideList();
    },
    [],
  );
  if (!session) return <Skeleton />;
  return (
    <SessionContext value={session}>
      <BoardFrame onSeatLost={onSeatLost} />
    </SessionContext>
  );
}

/** The frame around whichever phase is shown; needs a session above it. */
export function BoardFrame({ onSeatLost }: Pick<SeatedProps, "onSeatLost">) {
  const { t } = useLingui();
  useFollowMeeting();
  useDocumentTitle();
  usePreload();
  const isRoomView = useRoomView();
  useLookForNewer();
  const shown = useShownPhase();
  const View = phaseViews[shown];
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("main h1")?.focus();
        }}
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-ink focus:px-4 focus:py-2 focus:text-on-ink"
      >
        {t`To the page`}
      </a>
      {isRoomView ? <RoomTop /> : <BoardTop />}
      <Suspense>
        <RefusedChanges />
        <RestBar />
        <GuidePanel phase={shown} />
      </Suspense>
      <main id="main" className="flex min-w-0 flex-1 flex-col">
        <Suspense fallback={<Skeleton />}>
          <div key={shown} className="flex flex-1 animate-[appear_var(--turn)] flex-col">
            <View />
          </div>
          <PageTurn shown={shown} />
        </Suspense>
      </main>
      <MeetingDock />
      <Suspense>
        <Panels phase={shown} onSeatLost={onSeatLost} />
      </Suspense>
    </div>
  );
}

function useDocumentTitle(): void {
  const word = useWords();
  const title = useControl((control) => control.title.trim());
  useEffect(() => {
    document.title = `${title || word("board.untitled")} · Second Story`;
    return () => {
      document.title = "Second Story";
    };
  }, [title, word]);
}

/** When the page has come to rest, the rest is fetched: without a network every phase still opens. */
function usePreload(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      loadTheRest();
      void prefetch();
      for (const view of Object.values(phaseViews)) void view.preload();
    }, restMs);
    return () => clearTimeout(timer);
  }, []);
}

/** What writes the report, and rich text. Whoever needs one of them before it is there asks again. */
async function prefetch(): Promise<void> {
  const parts = [import("./export/report-file.ts"), import("./editor/load-editor.ts")] as const;
  const [report, editor] = await Promise.allSettled(parts);
  if (report.status === "fulfilled") report.value.prefetchReport();
  if (editor.status === "fulfilled") void editor.value.loadEditor();
}

const restMs = 1_500;
