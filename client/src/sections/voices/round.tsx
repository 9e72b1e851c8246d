// A round: one question, everyone is heard once, and beside it what is read aloud.
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import type { VoiceSection } from "./voice-section.ts";
import { Voices } from "./voices.tsx";

interface RoundProps {
  readonly section: VoiceSection;
  /** Stands below what is read aloud. */
  readonly children?: ReactNode;
}

/** The page of the check-in or of the check-out. */
export function Round({ section, children }: RoundProps) {
  const say = useWords();
  const readOnly = useReadOnlySentence();
  const question = say(`phases.${section}.invitation`);
  return (
    <Page>
      <PageHead
        isQuestion
        title={question}
        say={say(`phases.${section}.detail`)}
        {...(readOnly !== undefined && { remark: readOnly })}
      />
      <div className="grid gap-x-12 gap-y-8 laptop:grid-cols-[minmax(0,1fr)_20rem] desk:grid-cols-[minmax(0,1fr)_26rem]">
        <Voices section={section} question={question} />
        <aside aria-labelledby="read-aloud">
          <h2 id="read-aloud" className="type-over">
            <Trans>To read aloud</Trans>
          </h2>
          <p className="mt-1 font-story text-column leading-[1.5] text-pretty italic">
            {say(`phases.${section}.frame`)}
          </p>
          {children}
        </aside>
      </div>
    </Page>
  );
}
