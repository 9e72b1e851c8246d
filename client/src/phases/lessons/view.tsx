// Lessons: four questions side by side where there is room, one at a time where there is not. While a column is hidden,
// what is typed in it is its author's alone; elsewhere it is everyone's at once, and the page says which.
import { useLingui } from "@lingui/react/macro";
import { Suspense, useEffect, useState } from "react";
import {
  isVoting,
  lessonSections,
  type LessonSectionId,
  type SectionId,
} from "@secondstory/shared";
import { withBoardMessages } from "../../i18n/i18n.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard, useControl, useReadOnlyReason } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { useArriving } from "../../screen/arriving.ts";
import { closeGroupWith, useGrouping } from "../../screen/grouping.ts";
import { useMediaQuery } from "../../screen/use-media-query.ts";
import { useShortcut } from "../../screen/use-shortcut.ts";
import { NoteCount, NoteNumber } from "../../sections/hidden/note-count.tsx";
import { useClearShared } from "../../sections/hidden/use-clear-shared.ts";
import { useRevealStep } from "../../sections/hidden/use-reveal-step.ts";
import { later } from "../../ui/later.ts";
import { Page } from "../../ui/split-page.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { VoteLine } from "../../voting/vote-line.tsx";
import { closeVoteDialog, useVoteDialog } from "../../voting/vote-dialog-state.ts";
import { VotingRoom } from "../../voting/voting.tsx";
import { Column } from "./column.tsx";
import { HiddenSign } from "./hidden-sign.tsx";
import { HowWeWrite } from "./how-we-write.tsx";
import { OrderChoice } from "./order-choice.tsx";
import { SubSteps } from "./sub-steps.tsx";
import { TopicCount } from "./topic-count.tsx";
import { useRevealSaid } from "./use-reveal-said.ts";
import { useSwipe } from "./use-swipe.ts";
import { useVoteStep } from "./use-vote-step.ts";
import { writeIn } from "./write-in.ts";

/** More notes than this are set tighter. */
const comfortableUpTo = 40;

const GroupDialog = later(() => withBoardMessages(import("../../cards/group-dialog.tsx")));
const VoteDialog = later(() => withBoardMessages(import("../../voting/vote-dialog.tsx")));

/** The lessons of the meeting, with what is asked before notes are grouped or voted on. */
export default function LessonsView() {
  const isGrouping = useGrouping(({ card }) => card !== undefined);
  const isAsking = useVoteDialog(({ isOpen }) => isOpen);
  useEffect(
    () => () => {
      closeGroupWith();
      closeVoteDialog();
    },
    [],
  );
  return (
    <VotingRoom>
      <Lessons />
      <Suspense>
        {isGrouping && <GroupDialog />}
        {isAsking && <VoteDialog />}
      </Suspense>
    </VotingRoom>
  );
}

function Lessons() {
  const say = useWords();
  const session = useSession();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const hasRoom = useMediaQuery("(width >= 64rem)");
  const [shown, setShown] = useState<LessonSectionId>(
    () => lessonOf(useArriving.getState().to?.section) ?? "helped",
  );
  useEffect(
    () => useArriving.subscribe(({ to }) => setShown((last) => lessonOf(to?.section) ?? last)),
    [],
  );
  const count = useBoard((board) =>
    lessonSections.reduce((sum, section) => sum + board.order[section].length, 0),
  );
  const isCompact = count > comfortableUpTo;
  const write = (section: LessonSectionId) => {
    setShown(section);
    writeIn(session, section);
  };
  useShortcut("1", () => write("helped"), isReadOnly);
  useShortcut("2", () => write("slowed"), isReadOnly);
  useShortcut("3", () => write("differently"), isReadOnly);
  useShortcut("4", () => write("knowledge"), isReadOnly);

  useRevealStep("lessons", lessonSections);
  useVoteStep();
  const isVotingNow = useControl(({ vote }) => isVoting(vote));
  useRevealSaid();
  useClearShared();

  if (hasRoom)
    return (
      <Page>
        <div className="mb-6 flex min-h-10 flex-wrap items-center gap-x-6 gap-y-2">
          <h1 tabIndex={-1} data-page-title className="rounded-sheet type-title">
            {say("phases.lessons.title")}
          </h1>
          <SubSteps />
          <div className="ml-auto flex flex-wrap items-center justify-end gap-x-6 gap-y-2">
            {!isVotingNow && <HowWeWrite />}
            <VoteLine />
            <OrderChoice />
          </div>
        </div>
        <div className="grid min-h-[60vh] grid-cols-4 grid-rows-[auto_auto_1fr] divide-x divide-line">
          {lessonSections.map((section, index) => (
            <div
              key={section}
              className="row-span-3 grid grid-rows-subgrid px-[1.1rem] first:pl-0 last:pr-0"
            >
              <h2 className="type-column">{say(`sections.${section}.title`)}</h2>
              <p className="mt-2 mb-3 type-small text-ink-2">
                <NoteCount section={section} />
                <HiddenSign section={section} />
                <TopicCount section={section} />
              </p>
              <Column
                section={section}
                shortcut={String(index + 1)}
                isCompact={isCompact}
                empty={null}
              />
            </div>
          ))}
        </div>
      </Page>
    );
  return <OneAtATime shown={shown} onShow={setShown} isCompact={isCompact} />;
}

const lessonOf = (section: SectionId | undefined): LessonSectionId | undefined =>
  lessonSections.find((lesson) => lesson === section);

interface OneAtATimeProps {
  readonly shown: LessonSectionId;
  readonly onShow: (section: LessonSectionId) => void;
  readonly isCompact: boolean;
}

function OneAtATime({ shown, onShow, isCompact }: OneAtATimeProps) {
  const { t } = useLingui();
  const say = useWords();
  const isVotingNow = useControl(({ vote }) => isVoting(vote));
  const swipe = useSwipe((step) => {
    const next = lessonSections[lessonSections.indexOf(shown) + step];
    if (next) onShow(next);
  });
  return (
    <div className="flex-1" {...swipe}>
      <h1 tabIndex={-1} data-page-title className="sr-only">
        {say("phases.lessons.title")}
      </h1>
      <Tabs
        label={t`Questions`}
        selected={shown}
        onSelect={onShow}
        items={lessonSections.map((section, index) => ({
          id: section,
          label: say(`sections.${section}.short`),
          count: <NoteNumber section={section} />,
          content: (
            <div className="px-(--page) pt-6 pb-8">
              <h2 className="type-title">{say(`sections.${section}.title`)}</h2>
              <p className="mt-1 type-say text-ink-2">{say(`sections.${section}.prompt`)}</p>
              {!isVotingNow && <HowWeWrite section={section} className="mt-2 mb-5" />}
              <VoteLine className="mt-2 mb-5" />
              <OrderChoice className="mb-5" />
              <Column section={section} shortcut={String(index + 1)} isCompact={isCompact} />
            </div>
          ),
        }))}
      />
    </div>
  );
}
