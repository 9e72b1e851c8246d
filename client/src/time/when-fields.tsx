// The fields for a moment: time, day, approximate or not; the zone is always named, and a clock that was turned is asked
// about where it matters.
import { Trans, useLingui } from "@lingui/react/macro";
import type { Ref } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ReadWhen, TypedWhen, WhenNote } from "./read-when.ts";
import { zoneText } from "./time-text.ts";
import type { WhichOf } from "./zoned.ts";

interface WhenFieldsProps {
  readonly typed: TypedWhen;
  readonly read: ReadWhen;
  readonly zone: string;
  readonly onChange: (typed: TypedWhen) => void;
  /** Say what is wrong: after the first try, not while somebody types. */
  readonly showsProblem: boolean;
  readonly timeRef?: Ref<HTMLInputElement> | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A time and a day to type. Without a time it is an event without time, which is fine. */
export function WhenFields(props: WhenFieldsProps) {
  const { typed, read, zone, onChange, showsProblem, timeRef, autoFocus } = props;
  const { t } = useLingui();
  const note = read.ok ? read.note : undefined;
  const problem = showsProblem && !read.ok ? read.problem : undefined;
  return (
    <div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
        <TextField
          label={t`Time`}
          className="w-[7.5rem]"
          value={typed.time}
          onChange={(time) => onChange({ ...typed, time })}
          placeholder="14:05"
          inputRef={timeRef}
          inputClassName="type-time!"
          autoComplete="off"
          autoFocus={autoFocus ?? false}
        />
        <TextField
          label={t`Day`}
          type="date"
          className="w-[11rem]"
          value={typed.date}
          onChange={(date) => onChange({ ...typed, date })}
          inputClassName="font-ui! text-m!"
        />
        <Checkbox
          isSelected={typed.approx}
          onChange={(approx) => onChange({ ...typed, approx })}
          className="min-h-[2.7rem]"
        >
          <Trans>approximate</Trans>
        </Checkbox>
      </div>
      {problem && (
        <p role="alert" className="mt-1.5 text-s font-medium text-harm-ink">
          {problem === "time" ? (
            <Trans>A time looks like 14:05, 2:15 pm, ~14:05 or now. It may also stay empty.</Trans>
          ) : (
            <Trans>A time needs a day.</Trans>
          )}
        </p>
      )}
      <p className="mt-1.5 text-s text-ink-2">
        <Trans>Times in {zoneText(zone)}.</Trans>
      </p>
      <TurnedClock
        note={note}
        which={typed.which}
        onChoose={(which) => onChange({ ...typed, which })}
      />
    </div>
  );
}

interface TurnedClockProps {
  readonly note: WhenNote | undefined;
  readonly which: WhichOf;
  readonly onChoose: (which: WhichOf) => void;
}

/** Says what was read where a clock was turned, and asks which of two times is meant. */
export function TurnedClock({ note, which, onChoose }: TurnedClockProps) {
  const { t } = useLingui();
  if (!note) return null;
  if (note.kind === "skipped")
    return (
      <p className="mt-1.5 text-s text-ink-2">
        <Trans>The clock was turned forward there: this time is read as {note.readAs}.</Trans>
      </p>
    );
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-2 text-s">
      <Trans>The clock was turned back: this time came twice.</Trans>
      <SegmentedChoice
        label={t`Which of the two`}
        value={which}
        options={[
          { id: "earlier", label: t`the first` },
          { id: "later", label: t`the second` },
        ]}
        onChange={onChoose}
      />
    </div>
  );
}
