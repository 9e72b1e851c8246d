// What is known so far: four texts, the marks and the severity at the left, the events at the right.
import { Plural, Trans } from "@lingui/react/macro";
import { Suspense } from "react";
import type { SharedTextId } from "@secondstory/shared";
import { MeetingLine } from "../../announce/meeting-line.tsx";
import { Editor } from "../../editor/editor.tsx";
import { withBoardMessages } from "../../i18n/i18n.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard, useReadOnlyReason } from "../../room/use-room.ts";
import { AddEventButton } from "../../sections/timeline/add-event-button.tsx";
import { EmptyTimeline } from "../../sections/timeline/empty-timeline.tsx";
import { EventList } from "../../sections/timeline/event-list.tsx";
import { useEventComposer } from "../../sections/timeline/use-event-composer.ts";
import { ZoneSwitch } from "../../time/zone-switch.tsx";
import { cx } from "../../ui/cx.ts";
import { later } from "../../ui/later.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import { ExpectedLine } from "../../sections/expected/expected-line.tsx";
import { OpenQuestions } from "../../sections/questions/open-questions.tsx";
import { MarksRow } from "./marks-row.tsx";
import { SeverityChoice } from "./severity-choice.tsx";

const NamelessFacts = later(() => withBoardMessages(import("./nameless-facts.tsx")));

const texts = [
  "impactUsers",
  "impactPeople",
  "detection",
  "resolution",
] as const satisfies readonly SharedTextId[];

/** The facts of an incident. */
export function Facts() {
  const word = useWords();
  const composer = useEventComposer();
  const readOnly = useReadOnlySentence();
  const count = useBoard((board) => board.order.timeline.length);
  return (
    <Page>
      <div className="flex flex-wrap items-start">
        <PageHead
          title={word("phases.prepare.title")}
          remark={readOnly ?? word("phases.prepare.invitation")}
        />
        <MeetingLine />
      </div>
      <div className="grid gap-x-10 gap-y-8 laptop:grid-cols-[22rem_minmax(0,1fr)] desk:grid-cols-[25rem_minmax(0,1fr)]">
        <section aria-labelledby="facts" className="grid content-start gap-3.5">
          <h2 id="facts" className="type-column leading-8!">
            <Trans>What we know</Trans>
          </h2>
          {texts.map((id) => (
            <FactText key={id} id={id} />
          ))}
          <MarksRow composer={composer} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <SeverityChoice />
            <ZoneSwitch />
          </div>
          <p className="text-s text-ink-2">
            <Trans>A time may be approximate, or unknown.</Trans>
          </p>
          <ExpectedLine />
        </section>
        <section aria-labelledby="events" className="min-w-0">
          <div className="mb-1.5 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
            <h2 id="events" className="type-column">
              {word("sections.timeline.title")}
            </h2>
            {count > 0 && (
              <span className="text-s text-ink-2">
                <Plural value={count} one="# event" other="# events" />
              </span>
            )}
            <OpenQuestions />
            <span className="ml-auto">
              <AddEventButton composer={composer} size="small" look="ink" />
            </span>
          </div>
          <EventList composer={composer} empty={<EmptyTimeline />} />
          <Suspense>
            <NamelessFacts />
          </Suspense>
        </section>
      </div>
    </Page>
  );
}

function FactText({ id }: { readonly id: (typeof texts)[number] }) {
  const word = useWords();
  const question = word(`texts.${id}.question`);
  const isReadOnly = useReadOnlyReason() !== undefined;
  return (
    <div>
      <p aria-hidden className="mb-1 text-s font-medium text-ink-2">
        {word(`texts.${id}.title`)}
      </p>
      <div
        className={cx(
          "type-write text-note! leading-[1.45]!",
          // What cannot be written in does not look as if it could.
          !isReadOnly && "focus-frame rounded-control border border-edge bg-sheet px-3 py-2",
        )}
      >
        <Editor
          target={{ kind: "text", id }}
          label={`${word(`texts.${id}.title`)}: ${question}`}
          placeholder={question}
          variant="block"
        />
      </div>
    </div>
  );
}
