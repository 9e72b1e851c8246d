// A second date: when the group goes on, and where. The board keeps where it stopped.
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { setFact } from "@secondstory/shared";
import { DateProblem, DayAndTime, useChosenMoment } from "../announce/day-and-time.tsx";
import { usualTime } from "../announce/meeting-date.ts";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { zoneText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import type { LocalDate } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";

interface SecondDateProps {
  /** The day that is proposed. */
  readonly due: LocalDate;
  /** It is kept: the meeting goes on to its check-out. */
  readonly onDone: () => void;
}

/** The form of “Meet a second time”. */
export function SecondDate({ due, onDone }: SecondDateProps) {
  const word = useWords();
  const request = useRequest();
  const reason = useLeadReason();
  const { zone } = useTimeZone();
  const { board } = useSession();
  const moment = useChosenMoment();
  const phase = useControl((control) => control.phase);
  const [day, setDay] = useState(due);
  const [time, setTime] = useState(usualTime);
  const [error, setError] = useState<string>();
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const at = moment(day, time);
    if (typeof at === "string") return setError(at);
    if (!(await request({ type: "meetAgain", phase })).ok) return;
    setFact(board, "meetingAt", at);
    onDone();
  };
  return (
    <form className="mt-2" onSubmit={(event) => void keep(event)}>
      <p className="text-s text-ink-2">
        <Trans>We stop at {word(`phases.${phase}.title`)}, and go on there.</Trans>
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <DayAndTime
          date={day}
          time={time}
          onType={(change) => {
            if ("date" in change) setDay(change.date);
            else setTime(change.time);
            setError(undefined);
          }}
        />
      </div>
      <DateProblem>{error}</DateProblem>
      <p className="mt-1.5 text-s text-ink-2">
        <Trans>Times in {zoneText(zone)}.</Trans>{" "}
        <Trans>Then the meeting goes on to its check-out for today.</Trans>
      </p>
      <Button type="submit" look="ink" className="mt-3" disabledReason={reason}>
        <Trans>Meet again then</Trans>
      </Button>
    </form>
  );
}
