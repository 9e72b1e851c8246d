// Which parts stay open after the meeting, until which day, and who finishes each.
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { phasesToCome, type PhaseId } from "@secondstory/shared";
import { DateProblem, DayField } from "../announce/day-and-time.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useLanguage, useWords } from "../i18n/use-words.ts";
import { useSession } from "../room/use-session.ts";
import { dayText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf, type LocalDate } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { TextField } from "../ui/text-field.tsx";

interface FinishLaterProps {
  /** The day that is proposed. */
  readonly due: LocalDate;
  /** It is kept: the meeting goes on to its check-out. */
  readonly onDone: () => void;
}

interface Part {
  readonly phase: PhaseId;
  readonly isOpen: boolean;
  readonly owner: string;
}

/** The form of “Finish the rest by Thursday”. */
export function FinishLater({ due, onDone }: FinishLaterProps) {
  const { t } = useLingui();
  const word = useWords();
  const language = useLanguage();
  const request = useRequest();
  const reason = useLeadReason();
  const { zone } = useTimeZone();
  const { controlView, now } = useSession();
  const [day, setDay] = useState(due);
  const [parts, setParts] = useState<readonly Part[]>(() => partsOf(controlView.getState()));
  const [error, setError] = useState<string>();
  const open = parts.filter(({ isOpen }) => isOpen);
  const change = (phase: PhaseId, next: Partial<Part>) => {
    setError(undefined);
    setParts(parts.map((part) => (part.phase === phase ? { ...part, ...next } : part)));
  };
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (day === "") return setError(t`Choose a day.`);
    if (day < dateOf(now(), zone)) return setError(t`That has passed already. Choose a later day.`);
    if (open.length === 0) return setError(t`Choose at least one part that stays open.`);
    const asked = open.map(({ phase, owner }) => ({ phase, owner: owner.trim() || null }));
    if ((await request({ type: "finishLater", due: day, parts: asked })).ok) onDone();
  };
  return (
    <form className="mt-2" onSubmit={(event) => void keep(event)}>
      <ul>
        {parts.map(({ phase, isOpen, owner }) => {
          const title = word(`phases.${phase}.title`);
          return (
            <li
              key={phase}
              className="flex flex-wrap items-center gap-x-3 border-t border-line py-1 first:border-t-0"
            >
              <Checkbox
                isSelected={isOpen}
                onChange={(isSelected) => change(phase, { isOpen: isSelected })}
                className="min-w-36 flex-1"
              >
                {title}
              </Checkbox>
              {isOpen && (
                <TextField
                  label={t`Who finishes ${title}`}
                  isLabelHidden
                  placeholder={t`nobody yet`}
                  autoComplete="off"
                  maxLength={60}
                  className="w-40"
                  inputClassName="min-h-9! px-2! py-1! font-ui! text-m!"
                  value={owner}
                  onChange={(text) => change(phase, { owner: text })}
                />
              )}
            </li>
          );
        })}
      </ul>
      <DayField
        label={t`Until`}
        className="mt-3"
        value={day}
        onChange={(next) => {
          setDay(next);
          setError(undefined);
        }}
      />
      <DateProblem>{error}</DateProblem>
      <p className="mt-2 text-s text-ink-2">
        <Trans>
          Everyone sees it on the board, with a text to copy. The meeting goes on to its check-out.
        </Trans>
      </p>
      <Button type="submit" look="ink" className="mt-3" disabledReason={reason}>
        {day === "" ? t`Finish the rest later` : t`Finish it by ${dayText(day, language)}`}
      </Button>
    </form>
  );
}

/** What the meeting has not got to, the phase that it is at among it; check-out belongs to the meeting itself. */
const partsOf = (control: Parameters<typeof phasesToCome>[0]): readonly Part[] =>
  phasesToCome(control)
    .filter((phase) => phase !== "check-out")
    .map((phase) => ({ phase, isOpen: true, owner: "" }));
