// A second date: when the group goes on, and where. The board keeps where it stopped.
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { setFact } from "@secondstory/shared";
import { usualTime } from "../announce/meeting-date.ts";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { readTypedTime } from "../time/clock-time.ts";
import { zoneText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { toEpochMs, type LocalDate } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

interface SecondDateProps {
  /** The day that is proposed. */
  readonly due: LocalDate;
  /** It is kept: the meeting goes on to its check-out. */
  readonly onDone: () => void;
}

/** The form of “Meet a second time”. */
export function SecondDate({ due, onDone }: SecondDateProps) {
  const { t } = useLingui();
  const word = useWords();
  const request = useRequest();
  const reason = useLeadReason();
  const { zone } = useTimeZone();
  const { board, now } = useSession();
  const phase = useControl((control) => control.phase);
  const [day, setDay] = useState(due);
  const [time, setTime] = useState(usualTime);
  const [error, setError] = useState<string>();
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const read = readTypedTime(time);
    const at = read?.kind === "clock" ? toEpochMs(day, read.time, zone) : undefined;
    if (at === undefined) return setError(t`Choose a day, and a time such as 14:00.`);
    if (at < now()) return setError(t`That has passed already. Choose a later day or time.`);
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
        <TextField
          label={t`Day`}
          type="date"
          className="w-[11rem]"
          value={day}
          onChange={(next) => {
            setDay(next);
            setError(undefined);
          }}
          inputClassName="font-ui! text-m!"
        />
        <TextField
          label={t`Time`}
          className="w-[6.5rem]"
          value={time}
          placeholder={usualTime}
          autoComplete="off"
          onChange={(next) => {
            setTime(next);
            setError(undefined);
          }}
          inputClassName="type-time!"
        />
      </div>
      {error !== undefined && (
        <p role="alert" className="mt-1.5 text-s font-medium text-harm-ink">
          {error}
        </p>
      )}
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
