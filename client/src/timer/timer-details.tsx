// What the timer says of itself, and what a facilitator can do with it. Everybody else learns who can.
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { lateSince, suggestedTimerMs, type Timer } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useWords } from "../i18n/use-words.ts";
import { useConnection, useControl, useRole } from "../room/use-room.ts";
import { timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { TextField } from "../ui/text-field.tsx";
import { AgainstAgenda } from "../agenda/against-agenda.tsx";
import { timerStage, useTimer } from "./use-timer.ts";

interface TimerDetailsProps {
  /** Something was started or stopped: the sheet has done its work. */
  readonly onDone: () => void;
}

/** Inside the timer's sheet. */
export function TimerDetails({ onDone }: TimerDetailsProps) {
  const timer = useControl((control) => control.timer);
  const isOnline = useConnection((connection) => connection.isOnline);
  const isFacilitator = useRole() === "facilitator";
  return (
    <div className="mt-2 grid gap-3 text-s leading-relaxed">
      {timer && <Standing timer={timer} />}
      {!isOnline && (
        <p className="text-ink-2">
          <Trans>Offline: it runs on as it was. Nobody here hears of a change.</Trans>
        </p>
      )}
      {isFacilitator ? (
        <>
          {timer && <Steps timer={timer} onDone={onDone} />}
          <Start isAnother={timer !== undefined} onDone={onDone} />
        </>
      ) : (
        <p className="text-ink-2">
          <Trans>A facilitator starts, stops and lengthens the timer.</Trans>
        </p>
      )}
      <AgainstAgenda onLeave={onDone} />
    </div>
  );
}

function Standing({ timer }: { readonly timer: Timer }) {
  const { zone } = useTimeZone();
  const stage = useTimer(timer, (leftMs) => timerStage(timer, leftMs));
  const since = useTimer(timer, (leftMs) => lateSince(timer, timer.endsAt - leftMs));
  const isOver = stage === "up" || stage === "over";
  const at = (moment: number) => timeText(moment, zone);
  return (
    <div>
      {timer.pausedAt !== undefined ? (
        <p>
          <Trans>Paused since {at(timer.pausedAt)}.</Trans>
        </p>
      ) : isOver ? (
        <p>
          <Trans>Time is up. One more minute?</Trans>
        </p>
      ) : (
        <p>
          <Trans>Ends at {at(timer.endsAt)}.</Trans>
        </p>
      )}
      {since !== undefined && (
        <p className="text-ink-2">
          <Trans>Late since {at(since)}.</Trans>
        </p>
      )}
    </div>
  );
}

function Steps({ timer, onDone }: TimerDetailsProps & { readonly timer: Timer }) {
  const request = useRequest();
  const disabledReason = useLeadReason();
  const stop = async () => {
    if ((await request({ type: "stopTimer" })).ok) onDone();
  };
  return (
    <div className="flex flex-wrap gap-2">
      {timer.pausedAt === undefined ? (
        <Button
          size="small"
          disabledReason={disabledReason}
          onPress={() => void request({ type: "pauseTimer" })}
        >
          <Trans>Pause</Trans>
        </Button>
      ) : (
        <Button
          size="small"
          look="ink"
          disabledReason={disabledReason}
          onPress={() => void request({ type: "startTimer" })}
        >
          <Trans>Go on</Trans>
        </Button>
      )}
      <Button
        size="small"
        disabledReason={disabledReason}
        onPress={() => void request({ type: "extendTimer" })}
      >
        <Trans>+1 minute</Trans>
      </Button>
      <Button size="small" disabledReason={disabledReason} onPress={() => void stop()}>
        <Trans>Stop</Trans>
      </Button>
    </div>
  );
}

/** Lengths that fit a round of writing or talking, in minutes. */
const usual = [3, 5, 10];

/** The longest that can be set, in minutes. */
const maxMinutes = 480;

function Start({ isAnother, onDone }: TimerDetailsProps & { readonly isAnother: boolean }) {
  const { t } = useLingui();
  const word = useWords();
  const request = useRequest();
  const disabledReason = useLeadReason();
  const phase = useControl((control) => control.phase);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const plan = useControl((control) => control.plan);
  const suggested = suggestedTimerMs(plan, phase) / 60_000;
  const title = word(`phases.${phase}.title`);
  const lengths = [...new Set([suggested, ...usual])].toSorted((a, b) => a - b);

  const start = async (minutes: number) => {
    if ((await request({ type: "startTimer", minutes })).ok) onDone();
  };
  const startTyped = (event: FormEvent) => {
    event.preventDefault();
    const minutes = Number(typed.trim().replace(",", "."));
    if (minutes > 0 && minutes <= maxMinutes) void start(minutes);
    else setError(t`A number of minutes, up to ${maxMinutes}.`);
  };
  return (
    <div className={cx("min-w-0", isAnother && "border-t border-line pt-3")}>
      <p className="mb-2 type-over">
        {isAnother ? <Trans>Start anew</Trans> : <Trans>How long?</Trans>}
      </p>
      <div className="flex flex-wrap gap-2">
        {lengths.map((minutes) => {
          const label = minutes === suggested ? `${minutes} min · ${title}` : `${minutes} min`;
          return (
            <Button
              key={minutes}
              size="small"
              look={minutes === suggested && !isAnother ? "ink" : "line"}
              disabledReason={disabledReason}
              aria-label={t`Start ${label}`}
              onPress={() => void start(minutes)}
            >
              {label}
            </Button>
          );
        })}
      </div>
      <form onSubmit={startTyped} className="mt-3 flex items-start gap-2">
        <TextField
          label={t`Another length`}
          isLabelHidden
          placeholder={t`Another length`}
          className="min-w-0 flex-1"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          error={error}
          onChange={(text) => {
            setTyped(text);
            setError(undefined);
          }}
          inputClassName="font-ui! text-m!"
        />
        <Button type="submit" className="min-h-11" disabledReason={disabledReason}>
          <Trans>Start</Trans>
        </Button>
      </form>
    </div>
  );
}
