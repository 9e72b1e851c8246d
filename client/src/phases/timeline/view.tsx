// The timeline: what happened, in the order of time. The group walks it together, asks and adds.
import { Plural } from "@lingui/react/macro";
import { useBoard } from "../../room/use-room.ts";
import { useWords } from "../../i18n/use-words.ts";
import { OpenQuestions } from "../../sections/questions/open-questions.tsx";
import { AddEventButton } from "../../sections/timeline/add-event-button.tsx";
import { EmptyTimeline } from "../../sections/timeline/empty-timeline.tsx";
import { EventList } from "../../sections/timeline/event-list.tsx";
import { FamilyLegend } from "../../sections/timeline/family-legend.tsx";
import { useEventComposer } from "../../sections/timeline/use-event-composer.ts";
import { ZoneSwitch } from "../../time/zone-switch.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";

/** The screen of the phase. */
export default function TimelineView() {
  const word = useWords();
  const composer = useEventComposer();
  const count = useBoard((board) => board.order.timeline.length);
  return (
    <Page>
      <PageHead title={word("phases.timeline.title")} say={word("phases.timeline.invitation")} />
      <h2 className="sr-only">{word("sections.timeline.title")}</h2>
      <div className="max-w-272">
        <div className="mb-1 flex flex-wrap items-center gap-x-5 gap-y-2">
          <FamilyLegend />
          <span className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2">
            {count > 0 && (
              <span className="text-s text-ink-2">
                <Plural value={count} one="# event" other="# events" />
              </span>
            )}
            <OpenQuestions />
            <ZoneSwitch />
            <AddEventButton composer={composer} size="small" look={count === 0 ? "ink" : "line"} />
          </span>
        </div>
        <EventList composer={composer} empty={<EmptyTimeline />} />
      </div>
    </Page>
  );
}
