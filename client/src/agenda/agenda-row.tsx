import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { TimedPhaseId } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { cx } from "../ui/cx.ts";
import { LevelMark } from "../ui/glyphs.tsx";

interface AgendaRowProps {
  readonly phase: TimedPhaseId;
  /** What decides whether it is part of the meeting, with its title; the title alone without. */
  readonly choice?: ReactNode;
  /** The field of its minutes; without a choice the minutes in words. */
  readonly minutes?: ReactNode;
}

/** One phase of the agenda: its title, what it has taken, its minutes. */
export function AgendaRow({ phase, choice, minutes }: AgendaRowProps) {
  const word = useWords();
  const isHere = useControl((control) => control.phase === phase);
  const isLeftOut = useControl(({ plan }) => plan.skipped.includes(phase));
  const planned = useControl(({ plan }) => plan.minutes[phase]);
  const spent = useControl(({ plan }) => Math.round((plan.run?.spentMs[phase] ?? 0) / 60_000));
  const isIn = choice ? minutes !== undefined : !isLeftOut;
  return (
    <li className="flex min-h-11 items-center gap-x-3 border-t border-line py-1 first:border-t-0">
      {choice ?? <span className={cx(!isIn && "text-ink-3")}>{word(`phases.${phase}.title`)}</span>}
      <span className="flex min-w-0 flex-1 items-center gap-1.5 text-s text-ink-2">
        {isHere ? (
          <>
            <LevelMark className="w-[13px] shrink-0" />
            <span className="max-half:sr-only">
              <Trans>we are here</Trans>
            </span>
          </>
        ) : (
          spent > 0 && <Plural value={spent} one="took # minute" other="took # minutes" />
        )}
      </span>
      {isIn ? (
        <span className="flex items-center gap-1.5 text-s text-ink-2 tabular-nums">
          {minutes ?? <span className="text-m text-ink">{planned}</span>} min
        </span>
      ) : (
        <span className="text-s text-ink-3">
          <Trans>left out</Trans>
        </span>
      )}
    </li>
  );
}
