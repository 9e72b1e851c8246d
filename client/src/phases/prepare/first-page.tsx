// A board that is one click old: a title to type, an example in the place of the first event, three questions, and the link.
import { Trans, useLingui } from "@lingui/react/macro";
import { Editor } from "../../editor/editor.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { AddEventButton } from "../../sections/timeline/add-event-button.tsx";
import { EmptyTimeline } from "../../sections/timeline/empty-timeline.tsx";
import { EventList } from "../../sections/timeline/event-list.tsx";
import { useEventComposer } from "../../sections/timeline/use-event-composer.ts";
import { SplitPage } from "../../ui/split-page.tsx";
import { SharePane } from "./share-pane.tsx";
import { TitleField } from "./title-field.tsx";

const questions = ["impactUsers", "detection", "resolution"] as const;

interface FirstPageProps {
  /** I have begun inside this element. */
  readonly onBegin: (page: HTMLElement) => void;
}

/** The first page of a board. */
export function FirstPage({ onBegin }: FirstPageProps) {
  const { t } = useLingui();
  const word = useWords();
  const composer = useEventComposer();
  return (
    <SplitPage pane={<SharePane />} paneLabel={t`Share the board`} isPaneSheet>
      <div
        className="max-w-176 pt-4 laptop:pt-10 desk:ml-18"
        onKeyDownCapture={(event) => onBegin(event.currentTarget)}
        onPointerDownCapture={(event) => onBegin(event.currentTarget)}
      >
        <h1 data-page-title tabIndex={-1} className="sr-only">
          {word("phases.prepare.title")}
        </h1>
        <TitleField />
        <section aria-labelledby="first-event" className="mt-10 border-t border-line pt-4">
          <h2 id="first-event" className="type-over">
            <Trans>The first thing anyone saw</Trans>
          </h2>
          <EventList composer={composer} empty={<EmptyTimeline />} />
          <div className="mt-3">
            <AddEventButton composer={composer} />
          </div>
        </section>
        <div className="mt-10 grid border-t border-line half:grid-cols-3">
          {questions.map((id) => (
            <section
              key={id}
              aria-label={word(`texts.${id}.title`)}
              className="border-line pt-3.5 pb-2 half:px-5 half:first:pl-0 half:not-first:border-l"
            >
              <h2 className="type-over">
                {id === "impactUsers" ? <Trans>Impact</Trans> : word(`texts.${id}.title`)}
              </h2>
              <div className="mt-2.5 min-h-20 type-write">
                <Editor
                  target={{ kind: "text", id }}
                  label={word(`texts.${id}.question`)}
                  placeholder={word(`texts.${id}.question`)}
                  variant="block"
                />
              </div>
            </section>
          ))}
        </div>
      </div>
    </SplitPage>
  );
}
