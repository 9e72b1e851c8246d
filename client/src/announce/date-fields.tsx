// The date of the meeting: a day is proposed, the group chooses. A late day is mentioned kindly and never refused.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { setFact } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { clockText } from "../time/clock-time.ts";
import { zoneText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf, toLocal, type LocalDate } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { showToast } from "../ui/toast.tsx";
import { DateProblem, DayAndTime, useChosenMoment } from "./day-and-time.tsx";
import { daysBetween, isSoon, isWeekend, proposedDay, usualTime } from "./meeting-date.ts";
import { useIncidentDay } from "./use-incident-day.ts";

/** Day and time to choose. They follow what others choose until somebody types here. */
export function DateFields() {
  const { t } = useLingui();
  const { board, now } = useSession();
  const { zone } = useTimeZone();
  const incident = useIncidentDay();
  const moment = useChosenMoment();
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
    const at = moment(date, time);
    if (typeof at === "string") return setError(at);
    setFact(board, "meetingAt", at);
    setTyped(undefined);
  };
  const takeBack = () => {
    setFact(board, "meetingAt", null);
    setTyped(undefined);
    setError(undefined);
    showToast({
      text: t`The date is taken back.`,
      action: { label: t`Undo`, onPress: () => setFact(board, "meetingAt", meetingAt) },
    });
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
        <DayAndTime date={date} time={time} onType={type} />
        {isNew && (
          <Button type="submit" look="ink" className="min-h-[2.8rem]">
            {meetingAt === null ? <Trans>Set this date</Trans> : <Trans>Move it there</Trans>}
          </Button>
        )}
      </div>
      <DateProblem>{error}</DateProblem>
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
