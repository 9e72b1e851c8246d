// The date of the meeting: a day is proposed, the group chooses. A late day is mentioned kindly and never refused.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { setFact } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { clockText, readTypedTime } from "../time/clock-time.ts";
import { zoneText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf, toEpochMs, toLocal, type LocalDate } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { daysBetween, isSoon, isWeekend, proposedDay, usualTime } from "./meeting-date.ts";
import { useIncidentDay } from "./use-incident-day.ts";

/** Day and time to choose. They follow what others choose until somebody types here. */
export function DateFields() {
  const { t } = useLingui();
  const { board, now } = useSession();
  const { zone } = useTimeZone();
  const incident = useIncidentDay();
  const meetingAt = useBoard(({ facts }) => facts.meetingAt);
  const [today] = useState(() => dateOf(now(), zone));
  const [typed, setTyped] = useState<Typed>();
  const [error, setError] = useState<string>();
  const { date, time } = typed ?? shownFirst(meetingAt, zone, proposedDay(today, incident));
  const isNew = meetingAt === null || typed !== undefined;

  const type = (change: Partial<Typed>) => {
    setTyped({ date, time, ...change });
    setError(undefined);
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const read = readTypedTime(time);
    const at = read?.kind === "clock" ? toEpochMs(date, read.time, zone) : undefined;
    if (at === undefined) return setError(t`Choose a day, and a time such as 14:00.`);
    if (at < now()) return setError(t`That has passed already. Choose a later day or time.`);
    setFact(board, "meetingAt", at);
    setTyped(undefined);
  };
  const takeBack = () => {
    setFact(board, "meetingAt", null);
    setTyped(undefined);
    setError(undefined);
  };
  return (
    <form onSubmit={keep}>
      <p className="leading-relaxed text-ink-2">
        {incident !== undefined && daysBetween(incident, today) >= 0 && (
          <>
            <Plural
              value={daysBetween(incident, today)}
              _0="The incident was today."
              one="# day since the incident."
              other="# days since the incident."
            />{" "}
          </>
        )}
        {meetingAt === null ? (
          <Trans>Within a week everyone still remembers. This is a proposal; you choose.</Trans>
        ) : (
          <Trans>This is the date of the meeting. It can be moved.</Trans>
        )}
      </p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <TextField
          label={t`Day`}
          type="date"
          className="w-[11rem]"
          value={date}
          onChange={(next) => type({ date: next })}
          inputClassName="font-ui! text-m!"
        />
        <TextField
          label={t`Time`}
          className="w-[6.5rem]"
          value={time}
          placeholder={usualTime}
          autoComplete="off"
          onChange={(next) => type({ time: next })}
          inputClassName="type-time!"
        />
        {isNew && (
          <Button type="submit" look="ink" className="min-h-[2.8rem]">
            {meetingAt === null ? <Trans>Set this date</Trans> : <Trans>Move it there</Trans>}
          </Button>
        )}
      </div>
      {error !== undefined && (
        <p role="alert" className="mt-1.5 text-s font-medium text-harm-ink">
          {error}
        </p>
      )}
      <p className="mt-1.5 text-s text-ink-2" aria-live="polite">
        <Trans>Times in {zoneText(zone)}.</Trans> <Hint date={date} incident={incident} />{" "}
        {meetingAt !== null && (
          <TextButton onPress={takeBack}>
            <Trans>Take the date back</Trans>
          </TextButton>
        )}
      </p>
    </form>
  );
}

interface Typed {
  readonly date: LocalDate;
  readonly time: string;
}

function shownFirst(meetingAt: number | null, zone: string, proposed: LocalDate): Typed {
  if (meetingAt === null) return { date: proposed, time: usualTime };
  const { date, time } = toLocal(meetingAt, zone);
  return { date, time: clockText(time) };
}

interface HintProps {
  readonly date: LocalDate;
  readonly incident: LocalDate | undefined;
}

function Hint({ date, incident }: HintProps) {
  if (date === "") return null;
  if (isWeekend(date)) return <Trans>That day is on a weekend.</Trans>;
  if (incident === undefined || isSoon(incident, date)) return null;
  return <Trans>That is more than a week after. If you can, meet earlier.</Trans>;
}
