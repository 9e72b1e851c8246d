// Summary: a few sentences written together, and beside them the conditions that had to come together.
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Editor } from "../../editor/editor.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useConnection } from "../../room/use-room.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { SafeguardQuestion } from "../../safeguards/safeguard-question.tsx";
import { SectionList } from "../../sections/section-list.tsx";
import { cx } from "../../ui/cx.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { SplitPage } from "../../ui/split-page.tsx";

/** The summary of what happened, and its contributing factors. */
export default function SummaryView() {
  const { t } = useLingui();
  const say = useWords();
  const readOnly = useReadOnlySentence();
  const isKeptHere = useConnection(
    ({ isOnline, pending }) => !isOnline && pending.some(({ target }) => target === "summary"),
  );
  return (
    <SplitPage paneLabel={say("sections.factors.title")} pane={<Conditions />}>
      <div className="laptop:pl-8 desk:pl-18">
        <PageHead
          title={say("phases.summary.title")}
          say={say("phases.summary.invitation")}
          {...(readOnly !== undefined && { remark: readOnly })}
        />
        <div
          className={cx(
            "relative max-w-[42rem] type-read",
            isKeptHere &&
              "before:absolute before:inset-y-0 before:-left-[.7rem] before:border-l-2 before:border-dashed before:border-you-line laptop:before:-left-[1.4rem]",
          )}
        >
          <Editor
            target={{ kind: "text", id: "summary" }}
            label={say("texts.summary.title")}
            placeholder={t`What happened, how people noticed, what ended it, and what made it possible.`}
            variant="rich"
            hint={t`about five sentences is good`}
          />
        </div>
      </div>
    </SplitPage>
  );
}

function Conditions() {
  const { t } = useLingui();
  const say = useWords();
  return (
    <>
      <h2 className="mb-[.9rem] type-column">{say("sections.factors.question")}</h2>
      <SectionList
        section="factors"
        label={say("sections.factors.title")}
        cardLabel={t`Condition`}
        look="row"
        isNumbered
        Foot={SafeguardQuestion}
        composer={{
          kind: "draft",
          placeholder: t`Another condition`,
          label: t`Another condition`,
          shortcut: "c",
        }}
        empty={
          <Example>
            <Trans>
              An example: “Backups were complete, but how long a restore takes had never been
              measured.” A condition, a tool or a pressure, and never a person.
            </Trans>
          </Example>
        }
      />
      <h2 className="mt-9 mb-[.9rem] type-column">{say("sections.safeguards.question")}</h2>
      <SectionList
        section="safeguards"
        label={say("sections.safeguards.title")}
        cardLabel={t`Safeguard`}
        look="row"
        composer={{
          kind: "draft",
          placeholder: t`A safeguard, and what it did`,
          label: t`A safeguard, and what it did`,
        }}
      />
      <h3 className="mt-9 type-over">
        <Trans>To ask</Trans>
      </h3>
      <ul className="mt-1 flex flex-col gap-2 type-say">
        <li>
          <Trans>Which of them were there for weeks without harm?</Trans>
        </li>
        <li>
          <Trans>How did it make sense to do what was done?</Trans>
        </li>
        <li>
          <Trans>What is still open?</Trans>
        </li>
      </ul>
    </>
  );
}

const Example = ({ children }: { readonly children: ReactNode }) => (
  <p className="border-t border-line pt-[.7rem] font-story text-l leading-[1.4] text-ink-2 italic">
    {children}
  </p>
);
