// Lessons: four questions side by side where there is room, one at a time where there is not. What is typed here is
// everyone's at once, and the page says so.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useState } from "react";
import { lessonSections, type LessonSectionId, type SectionId } from "@secondstory/shared";
import { startComposing } from "../../cards/compose-live.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard, useReadOnlyReason } from "../../room/use-room.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useSession } from "../../room/use-session.ts";
import { useArriving } from "../../screen/arriving.ts";
import { useMediaQuery } from "../../screen/use-media-query.ts";
import { useShortcut } from "../../screen/use-shortcut.ts";
import { SectionList } from "../../sections/section-list.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useSwipe } from "./use-swipe.ts";

/** More notes than this are set tighter. */
const comfortableUpTo = 40;

/** The lessons of the meeting. */
export default function LessonsView() {
  const { t } = useLingui();
  const say = useWords();
  const session = useSession();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const readOnly = useReadOnlySentence();
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
    startComposing(session, section);
  };
  useShortcut("1", () => write("helped"), isReadOnly);
  useShortcut("2", () => write("slowed"), isReadOnly);
  useShortcut("3", () => write("differently"), isReadOnly);
  useShortcut("4", () => write("knowledge"), isReadOnly);

  const remark = readOnly ?? t`Everyone sees the notes while they are typed.`;
  if (hasRoom)
    return (
      <Page>
        <PageHead title={say("phases.lessons.title")} remark={remark} />
        <div className="grid min-h-[60vh] grid-cols-4 grid-rows-[auto_auto_1fr] divide-x divide-line">
          {lessonSections.map((section, index) => (
            <div
              key={section}
              className="row-span-3 grid grid-rows-subgrid px-[1.1rem] first:pl-0 last:pr-0"
            >
              <h2 className="type-column">{say(`sections.${section}.title`)}</h2>
              <Count section={section} />
              <Notes
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
  return <OneAtATime shown={shown} onShow={setShown} remark={remark} isCompact={isCompact} />;
}

const lessonOf = (section: SectionId | undefined): LessonSectionId | undefined =>
  lessonSections.find((lesson) => lesson === section);

interface OneAtATimeProps {
  readonly shown: LessonSectionId;
  readonly onShow: (section: LessonSectionId) => void;
  readonly remark: string;
  readonly isCompact: boolean;
}

function OneAtATime({ shown, onShow, remark, isCompact }: OneAtATimeProps) {
  const { t } = useLingui();
  const say = useWords();
  const order = useBoard((board) => board.order);
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
          count: order[section].length,
          content: (
            <div className="px-(--page) pt-6 pb-8">
              <h2 className="type-title">{say(`sections.${section}.title`)}</h2>
              <p className="mt-1 type-say text-ink-2">{say(`sections.${section}.prompt`)}</p>
              <p className="mt-1 mb-5 type-small text-ink-2">{remark}</p>
              <Notes section={section} shortcut={String(index + 1)} isCompact={isCompact} />
            </div>
          ),
        }))}
      />
    </div>
  );
}

function Count({ section }: { readonly section: LessonSectionId }) {
  const count = useBoard((board) => board.order[section].length);
  return (
    <p className="mt-2 mb-3 type-small text-ink-2">
      {count === 0 ? (
        <Trans>no notes yet</Trans>
      ) : (
        <Plural value={count} one="# note" other="# notes" />
      )}
    </p>
  );
}

interface NotesProps {
  readonly section: LessonSectionId;
  readonly shortcut: string;
  readonly isCompact: boolean;
  /** Null where a count says it. */
  readonly empty?: null;
}

function Notes({ section, shortcut, isCompact, empty }: NotesProps) {
  const { t } = useLingui();
  const say = useWords();
  const question = say(`sections.${section}.title`);
  const destinations = useMemo(
    () =>
      lessonSections
        .filter((other) => other !== section)
        .map((other) => ({ section: other, title: say(`sections.${other}.title`) })),
    [section, say],
  );
  return (
    <SectionList
      section={section}
      label={question}
      cardLabel={t`Note`}
      composer={{
        kind: "live",
        at: "top",
        placeholder: t`Write a note`,
        label: t`Note: ${question}`,
        shortcut,
      }}
      isCompact={isCompact}
      empty={empty}
      destinations={destinations}
    />
  );
}
