// The agenda: how long the meeting takes, how many minutes each phase has, and what is left out. Whoever leads sets it, before
// the meeting and while it runs; everybody else reads it.
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
  isLeft,
  maxOfferMinutes,
  maxPhaseMinutes,
  meetingLengths,
  plannedMinutes,
  toComeMs,
} from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useWords } from "../i18n/use-words.ts";
import { useBoard, useControl, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import {
  draftOf,
  isChanged,
  lengthOf,
  plannedBy,
  problemsOf,
  requestOf,
  withLength,
  type AgendaDraft,
} from "./agenda-draft.ts";
import { AgendaRow } from "./agenda-row.tsx";
import { StandingWords } from "./standing-words.tsx";
import { useLateMinutes, useMeetingNow, wholeMinutes } from "./use-standing.ts";

/** The dialog behind “Agenda”. */
export function AgendaDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "agenda");
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  return (
    <Dialog isOpen={isOpen} onClose={closePanel} title={t`Agenda`}>
      {isFacilitator && !isSealed ? <Change /> : <Read />}
    </Dialog>
  );
}

function Read() {
  const plan = useControl((control) => control.plan);
  const agenda = useControl((control) => control.agenda);
  const lateMinutes = useLateMinutes();
  const { zone } = useTimeZone();
  const ends = useMeetingNow((control, at) => {
    const { run } = control.plan;
    return run && !isLeft(run, at) ? run.endsAt : undefined;
  });
  const end = ends !== undefined && timeText(ends, zone);
  return (
    <>
      <ol className="mt-1">
        {agenda.map((phase) => phase !== "prepare" && <AgendaRow key={phase} phase={phase} />)}
      </ol>
      <p className="mt-3 text-s text-ink-2">
        <Trans>{plannedMinutes(plan, agenda)} minutes in all.</Trans>{" "}
        {end && lateMinutes === undefined && <Trans>The meeting is to end at {end}.</Trans>}
        {end && lateMinutes !== undefined && (
          <>
            <Trans>The meeting is to end at {end}:</Trans>{" "}
            <StandingWords lateMinutes={lateMinutes} />
          </>
        )}
      </p>
      <p className="mt-1 text-s text-ink-2">
        <Trans>A facilitator sets the agenda.</Trans>
      </p>
      <div className="mt-5">
        <Button onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </>
  );
}

function Change() {
  const { t } = useLingui();
  const word = useWords();
  const request = useRequest();
  const reason = useLeadReason();
  const plan = useControl((control) => control.plan);
  const agenda = useControl((control) => control.agenda);
  const meeting = useControl(({ phase }) => phase);
  const [changed, setDraft] = useState<AgendaDraft>();
  const [isChecked, setChecked] = useState(false);
  const draft = changed ?? draftOf(plan);
  const problems = problemsOf(draft);
  const length = lengthOf(draft);
  const change = (next: Partial<AgendaDraft>) => setDraft({ ...draft, ...next });

  const keep = async () => {
    setChecked(true);
    if (problems.length > 0) return;
    if (!changed || !isChanged(draft, plan)) return closePanel();
    if (!(await request(requestOf(draft, plan))).ok) return;
    closePanel();
    showToast({ text: t`The agenda is kept.` });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SegmentedChoice
          label={t`Length of the meeting`}
          options={meetingLengths.map((minutes) => ({
            id: String(minutes),
            label: t`${minutes} minutes`,
          }))}
          value={String(length)}
          onChange={(id) => {
            const chosen = meetingLengths.find((minutes) => String(minutes) === id);
            if (chosen && chosen !== length) setDraft(withLength(draft, chosen));
          }}
        />
        {length === undefined && (
          <span className="text-s text-ink-2">
            <Trans>minutes of your own</Trans>
          </span>
        )}
      </div>
      <ol className="mt-3">
        {agenda.map((phase) => {
          if (phase === "prepare") return null;
          const isIn = !draft.skipped.includes(phase);
          const title = word(`phases.${phase}.title`);
          return (
            <AgendaRow
              key={phase}
              phase={phase}
              choice={
                <Checkbox
                  isSelected={isIn}
                  disabledReason={
                    phase === "check-out"
                      ? t`Everyone is heard once more at the end. Two minutes are enough.`
                      : phase === meeting
                        ? t`The meeting is here.`
                        : undefined
                  }
                  onChange={(isSelected) =>
                    change({
                      skipped: isSelected
                        ? draft.skipped.filter((id) => id !== phase)
                        : [...draft.skipped, phase],
                    })
                  }
                >
                  <span className={isIn ? "" : "text-ink-3"}>{title}</span>
                </Checkbox>
              }
              minutes={
                isIn ? (
                  <TextField
                    label={t`Minutes for ${title}`}
                    isLabelHidden
                    inputMode="numeric"
                    autoComplete="off"
                    className="w-16"
                    inputClassName="min-h-9! px-2! py-1! text-right font-ui! text-m!"
                    value={draft.minutes[phase]}
                    error={isChecked && problems.includes(phase) ? "" : undefined}
                    onChange={(text) => change({ minutes: { ...draft.minutes, [phase]: text } })}
                  />
                ) : undefined
              }
            />
          );
        })}
      </ol>
      {isChecked && problems.length > 0 && (
        <p role="alert" className="mt-2 text-s font-medium text-harm-ink">
          {problems.some((problem) => problem !== "offer") ? (
            <Trans>Give each phase whole minutes, from 1 to {maxPhaseMinutes}.</Trans>
          ) : (
            <Trans>Choose 1 to {maxOfferMinutes} minutes before the end.</Trans>
          )}
        </p>
      )}
      <Sum draft={draft} onMoveEnd={(movesEnd) => change({ movesEnd })} />
      <div className="mt-3 border-t border-line pt-2 text-s leading-8 text-ink-2">
        <Trans>
          <TextField
            label={t`How many minutes before the end the board asks how to finish`}
            isLabelHidden
            inputMode="numeric"
            autoComplete="off"
            className="mr-1 inline-block! w-14 align-middle"
            inputClassName="min-h-9! px-2! py-1! text-right font-ui! text-m!"
            value={draft.offer}
            error={isChecked && problems.includes("offer") ? "" : undefined}
            onChange={(offer) => change({ offer })}
          />{" "}
          minutes before the end the board asks how to finish.
        </Trans>
      </div>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button type="submit" look="ink" disabledReason={reason}>
          <Trans>Keep this agenda</Trans>
        </Button>
        <Button look="quiet" onPress={closePanel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}

interface SumProps {
  readonly draft: AgendaDraft;
  readonly onMoveEnd: (movesEnd: boolean) => void;
}

/** What it comes to: all minutes, and when the meeting ends. */
function Sum({ draft, onMoveEnd }: SumProps) {
  const { t } = useLingui();
  const { zone } = useTimeZone();
  const { now } = useSession();
  const request = useRequest();
  const reason = useLeadReason();
  const plan = useControl((control) => control.plan);
  const agenda = useControl((control) => control.agenda);
  const phase = useControl((control) => control.phase);
  const meetingAt = useBoard(({ facts }) => facts.meetingAt);
  useMeetingNow((_control, at) => Math.floor(at / 60_000)); // drawn anew every minute
  const planned = plannedBy(draft, plan);
  const sum = plannedMinutes(planned, agenda);
  const { run } = plan;
  const at = now();
  const endOf = (from: number) => timeText(from + sum * 60_000, zone);
  if (!run)
    return (
      <p className="mt-3 text-s text-ink-2" aria-live="polite">
        <Trans>{sum} minutes in all.</Trans>{" "}
        {meetingAt !== null && meetingAt > at && (
          <Trans>
            From {timeText(meetingAt, zone)} to {endOf(meetingAt)}.
          </Trans>
        )}
      </p>
    );
  if (isLeft(run, at))
    return (
      <div className="mt-3 flex flex-wrap items-center gap-2 text-s text-ink-2">
        <Trans>{sum} minutes in all. No meeting runs at the moment.</Trans>
        <Button size="small" disabledReason={reason} onPress={() => void request({ type: "goOn" })}>
          <Trans>Go on from here</Trans>
        </Button>
      </div>
    );
  const endsAt = draft.length && !draft.movesEnd ? run.startedAt + sum * 60_000 : run.endsAt;
  const paceAt = at + toComeMs({ phase, agenda, plan: planned }, at);
  const lateMinutes = wholeMinutes(paceAt - endsAt);
  const pace = timeText(paceAt, zone);
  return (
    <div className="mt-3 grid gap-1.5 text-s text-ink-2">
      <p aria-live="polite">
        <Trans>{sum} minutes in all.</Trans>{" "}
        <Trans>The meeting is to end at {timeText(endsAt, zone)}.</Trans>{" "}
        {lateMinutes !== 0 && <Trans>As it goes now, it ends at {pace}.</Trans>}
      </p>
      {lateMinutes !== 0 && (
        <Checkbox isSelected={draft.movesEnd} onChange={onMoveEnd}>
          {t`Let the end be ${pace}`}
        </Checkbox>
      )}
    </div>
  );
}
