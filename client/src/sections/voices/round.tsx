// A round: one question, everyone is heard once, and beside it the pulse and what is read aloud.
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { PulseOf } from "../../pulse/pulse.tsx";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import { TurnLine } from "./turn-line.tsx";
import type { VoiceSection } from "./voice-section.ts";
import { Voices } from "./voices.tsx";

interface RoundProps {
  readonly section: VoiceSection;
  /** Stands below what is read aloud. */
  readonly children?: ReactNode;
}

/** The page of the check-in or of the check-out. */
export function Round({ section, children }: RoundProps) {
  const { t } = useLingui();
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
        <div>
          <TurnLine section={section} />
          <Voices section={section} question={question} />
        </div>
        <aside aria-label={t`Beside the round`} className="flex flex-col gap-8">
          <PulseOf phase={section} />
          <section>
            <h2 className="type-over">
              <Trans>To read aloud</Trans>
            </h2>
            <p className="mt-1 font-story text-column leading-[1.5] text-pretty italic">
              {say(`phases.${section}.frame`)}
            </p>
          </section>
          {children !== undefined && <div>{children}</div>}
        </aside>
      </div>
    </Page>
  );
}
