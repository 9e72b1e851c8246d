import { Trans, useLingui } from "@lingui/react/macro";
import { setFact, severities, type Severity } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { SeverityBars } from "../../ui/glyphs.tsx";
import { TextButton } from "../../ui/text-button.tsx";

const bars: Readonly<Record<Severity, 0 | 1 | 2 | 3 | 4>> = {
  sev1: 4,
  sev2: 3,
  sev3: 2,
  sev4: 1,
  "near-miss": 0,
};

/** How bad it was, if anybody wants to say: rising bars and a word, no colour. */
export function SeverityChoice() {
  const { t } = useLingui();
  const word = useWords();
  const { board } = useSession();
  const severity = useBoard((state) => state.facts.severity);
  const disabledReason = useReadOnlySentence();
  if (severity === null && disabledReason !== undefined) return null;
  const choices = severities.map((id) => ({
    id,
    label: word(`severities.${id}`),
    glyph: <SeverityBars filled={bars[id]} />,
  }));
  const unsaid = { id: "none" as const, label: t`not said`, glyph: <span className="w-[27px]" /> };
  return (
    <ChoiceMenu
      label={t`Severity`}
      groups={[{ choices: [...choices, unsaid] }]}
      value={severity ?? "none"}
      onChange={(id) => setFact(board, "severity", id === "none" ? null : id)}
      trigger={
        <TextButton
          look={severity ? "plain" : "dashed"}
          disabledReason={disabledReason}
          className="inline-flex items-center gap-[.5em] text-s"
          aria-label={
            severity ? t`Severity: ${word(`severities.${severity}`)}` : t`Severity: not said`
          }
        >
          {severity ? (
            <>
              <SeverityBars filled={bars[severity]} />
              {word(`severities.${severity}`)}
            </>
          ) : (
            <Trans>severity, if you like</Trans>
          )}
        </TextButton>
      }
    />
  );
}
