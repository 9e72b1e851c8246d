// A day and a time of it to choose, and what they come to.
import { useLingui } from "@lingui/react/macro";
import { useSession } from "../room/use-session.ts";
import { readTypedTime } from "../time/clock-time.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { toEpochMs, type LocalDate } from "../time/zoned.ts";
import { TextField } from "../ui/text-field.tsx";
import { usualTime } from "./meeting-date.ts";

interface DayFieldProps {
  readonly label: string;
  readonly value: LocalDate;
  readonly onChange: (date: LocalDate) => void;
  readonly className?: string;
}

/** A day, in the browser's own field. */
export const DayField = ({ label, value, onChange, className = "" }: DayFieldProps) => (
  <TextField
    label={label}
    type="date"
    className={`w-[11rem] ${className}`}
    value={value}
    onChange={onChange}
    inputClassName="font-ui! text-m!"
  />
);

interface DayAndTimeProps {
  readonly date: LocalDate;
  readonly time: string;
  readonly onType: (change: { readonly date: LocalDate } | { readonly time: string }) => void;
}

/** Both, side by side where they fit. */
export function DayAndTime({ date, time, onType }: DayAndTimeProps) {
  const { t } = useLingui();
  return (
    <>
      <DayField label={t`Day`} value={date} onChange={(next) => onType({ date: next })} />
      <TextField
        label={t`Time`}
        className="w-[6.5rem]"
        value={time}
        placeholder={usualTime}
        autoComplete="off"
        onChange={(next) => onType({ time: next })}
        inputClassName="type-time!"
      />
    </>
  );
}

/** What is wrong with what was chosen; nothing where nothing is. */
export const DateProblem = ({ children }: { readonly children: string | undefined }) =>
  children !== undefined && (
    <p role="alert" className="mt-1.5 text-s font-medium text-harm-ink">
      {children}
    </p>
  );

/** The moment that was chosen, epoch milliseconds; or what to choose instead, as a sentence. */
export function useChosenMoment(): (date: LocalDate, time: string) => number | string {
  const { t } = useLingui();
  const { now } = useSession();
  const { zone } = useTimeZone();
  return (date, time) => {
    const read = readTypedTime(time);
    const at = read?.kind === "clock" ? toEpochMs(date, read.time, zone) : undefined;
    if (at === undefined) return t`Choose a day, and a time such as 14:00.`;
    return at < now() ? t`That has passed already. Choose a later day or time.` : at;
  };
}
