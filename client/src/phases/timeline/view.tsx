// The timeline: what happened, in the order of time. The group walks it together, asks and adds.
import { Plural, useLingui } from "@lingui/react/macro";
import { ReturnPill } from "../../focus/return-pill.tsx";
import { useItemInFocus, useLeadsHere, usePutInFocus } from "../../focus/use-focus.ts";
import { useFollowFocus } from "../../focus/use-follow-focus.ts";
import { useTimelineItems } from "../../focus/use-timeline-items.ts";
import { useWalk, type WalkState } from "../../focus/use-walk.ts";
import { useWalkKeys } from "../../focus/use-walk-keys.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard, useControl } from "../../room/use-room.ts";
import { goTo } from "../../screen/arriving.ts";
import { useDockStep } from "../../screen/dock-step.ts";
import { useIsRoomView } from "../../screen/sharing.ts";
import { useMediaQuery } from "../../screen/use-media-query.ts";
import { CoverageLine } from "../../sections/focus/coverage-line.tsx";
import { shortName } from "../../sections/focus/event-name.ts";
import { useAnnounceFocus } from "../../sections/focus/use-announce-focus.ts";
import { OpenQuestions } from "../../sections/questions/open-questions.tsx";
import { AddEventButton } from "../../sections/timeline/add-event-button.tsx";
import { EmptyTimeline } from "../../sections/timeline/empty-timeline.tsx";
import { EventList } from "../../sections/timeline/event-list.tsx";
import { FamilyLegend } from "../../sections/timeline/family-legend.tsx";
import { useEventComposer } from "../../sections/timeline/use-event-composer.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { ZoneSwitch } from "../../time/zone-switch.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { SplitPage } from "../../ui/split-page.tsx";
import { FocusPane } from "./focus-pane.tsx";
import { RoomFocus } from "./room-focus.tsx";

/** The screen of the phase. */
export default function TimelineView() {
  const { t } = useLingui();
  const walk = useWalk(useTimelineItems());
  useWalkKeys(walk);
  useNextEvent(walk);
  useAnnounceFocus();
  const isRoomView = useIsRoomView();
  const isWalked = useControl(({ phase, seal }) => phase === "timeline" && !seal);
  const hasPane = useMediaQuery("(width >= 64rem)") && walk.items.length > 0;
  const event = useBoard(({ cards }) => walk.current && cards[walk.current.id]);
  if (isRoomView && event?.section === "timeline") return <RoomFocus event={event} walk={walk} />;
  const isSplit = hasPane && (isWalked || walk.current !== undefined);
  return (
    <SplitPage paneLabel={t`In focus`} pane={isSplit ? <FocusPane walk={walk} /> : undefined}>
      <Events walk={walk} />
    </SplitPage>
  );
}

function Events({ walk }: { readonly walk: WalkState }) {
  const word = useWords();
  const composer = useEventComposer();
  const count = walk.items.length;
  const isBeforeWalk = useControl(
    ({ agenda, phase }) => agenda.indexOf(phase) < agenda.indexOf("timeline"),
  );
  return (
    <>
      <PageHead title={word("phases.timeline.title")} say={word("phases.timeline.invitation")} />
      <h2 className="sr-only">{word("sections.timeline.title")}</h2>
      <BackToFocus walk={walk} />
      <div className="max-w-272">
        <div className="mb-1 flex flex-wrap items-center gap-x-5 gap-y-2">
          <FamilyLegend />
          <span className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2">
            {count > 0 && isBeforeWalk && walk.coverage.seen === 0 ? (
              <span className="text-s text-ink-2">
                <Plural value={count} one="# event" other="# events" />
              </span>
            ) : (
              <CoverageLine walk={walk} />
            )}
            <OpenQuestions />
            <ZoneSwitch />
            <AddEventButton composer={composer} size="small" look={count === 0 ? "ink" : "line"} />
          </span>
        </div>
        <EventList composer={composer} isWalked empty={<EmptyTimeline />} />
      </div>
    </>
  );
}

/** The list follows what the group looks at; whoever is elsewhere gets the pill. */
function BackToFocus({ walk: { current } }: { readonly walk: WalkState }) {
  const { zone } = useTimeZone();
  const item = useItemInFocus();
  const isAway = useFollowFocus(current && item);
  const isMeetingHere = useControl(({ phase }) => phase === "timeline");
  const card = useBoard(({ cards }) => current && cards[current.id]);
  if (!isAway || !isMeetingHere || !card) return null;
  return (
    <ReturnPill
      item={card.id}
      name={shortName(card, zone)}
      onReturn={() => goTo({ card: card.id, section: card.section, returnTo: undefined })}
    />
  );
}

/** The step inside the phase, for whoever leads: the next event, and past the last one what is left. None once all was seen. */
function useNextEvent({ next, nextOpen }: WalkState): void {
  const { t } = useLingui();
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  const to = nextOpen && (next ?? nextOpen);
  useDockStep(
    leads && to
      ? {
          label: next ? t`Next event` : t`Next not seen yet`,
          shortcut: next ? "j" : "u",
          disabledReason: reason,
          run: () => put(to),
        }
      : undefined,
  );
}
