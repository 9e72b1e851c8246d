// Check-in: one question, everyone is heard once, and the frame of the meeting is there to be read aloud.
import { Trans } from "@lingui/react/macro";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import { Voices } from "../../sections/voices/voices.tsx";

/** How everyone arrives. */
export default function CheckInView() {
  const say = useWords();
  const readOnly = useReadOnlySentence();
  const question = say("phases.check-in.invitation");
  return (
    <Page>
      <PageHead
        isQuestion
        title={question}
        say={say("phases.check-in.detail")}
        {...(readOnly !== undefined && { remark: readOnly })}
      />
      <div className="grid gap-x-12 gap-y-8 laptop:grid-cols-[minmax(0,1fr)_20rem] desk:grid-cols-[minmax(0,1fr)_26rem]">
        <Voices section="check-in" question={question} />
        <aside aria-labelledby="read-aloud">
          <h2 id="read-aloud" className="type-over">
            <Trans>To read aloud</Trans>
          </h2>
          <p className="mt-1 font-story text-column leading-[1.5] text-pretty italic">
            {say("phases.check-in.frame")}
          </p>
        </aside>
      </div>
    </Page>
  );
}
