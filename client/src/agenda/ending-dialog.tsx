// How the meeting ends when time runs out: divide the rest anew, finish it by a day, or meet a second time. Whichever way,
// check-out keeps two minutes, and what is unfinished is named.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { dividedRest, minutesOfShares, type PhaseId } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useMoveMeeting } from "../frame/use-move-meeting.ts";
import { useRequest } from "../frame/use-request.ts";
import { useLanguage, useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { weekdayText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { showToast } from "../ui/toast.tsx";
import { FinishLater } from "./finish-later.tsx";
import { proposedDue } from "./due-day.ts";
import { SecondDate } from "./second-date.tsx";
import { StillOpen } from "./still-open.tsx";
import { useMeetingNow } from "./use-standing.ts";

/** The dialog behind “How do we end?”. */
export function EndingDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "ending");
  return (
    <Dialog isOpen={isOpen} onClose={closePanel} title={t`How do we end?`}>
      <Ways />
    </Dialog>
  );
}

function Ways() {
  const language = useLanguage();
  const { zone } = useTimeZone();
  const { now } = useSession();
  const [way, setWay] = useState<"later" | "again">();
  const [due] = useState(() => proposedDue(dateOf(now(), zone)));
  const weekday = weekdayText(due, language);
  const isRunning = useControl(({ plan }) => plan.run !== undefined);
  const move = useMoveMeeting();
  const toCheckOut = () => {
    closePanel();
    void move("check-out");
  };
  return (
    <div className="grid gap-5">
      <div>
        <TimeLeft />
        <StillOpen className="mt-3" />
      </div>
      {isRunning && (
        <section className="border-t border-line pt-4">
          <h3 className="type-column">
            <Trans>Divide the rest anew</Trans>
          </h3>
          <DivideRest />
        </section>
      )}
      <section className="border-t border-line pt-4">
        <h3 className="type-column">
          <Trans>Finish the rest by {weekday}</Trans>
        </h3>
        {way === "later" ? (
          <FinishLater due={due} onDone={toCheckOut} />
        ) : (
          <Way
            text={
              <Trans>What is open stays open on the link, each part with a name and a day.</Trans>
            }
            label={<Trans>Choose parts and names</Trans>}
            onPress={() => setWay("later")}
          />
        )}
      </section>
      <section className="border-t border-line pt-4">
        <h3 className="type-column">
          <Trans>Meet a second time</Trans>
        </h3>
        {way === "again" ? (
          <SecondDate due={due} onDone={toCheckOut} />
        ) : (
          <Way
            text={<Trans>The board keeps where we stopped, and we go on there.</Trans>}
            label={<Trans>Choose a date</Trans>}
            onPress={() => setWay("again")}
          />
        )}
      </section>
      <div className="border-t border-line pt-4">
        <Button look="quiet" className="-ml-[.6rem]" onPress={closePanel}>
          <Trans>Go on as it is</Trans>
        </Button>
      </div>
    </div>
  );
}

interface WayProps {
  readonly text: ReactNode;
  readonly label: ReactNode;
  readonly onPress: () => void;
}

function Way({ text, label, onPress }: WayProps) {
  return (
    <>
      <p className="mt-1 text-s text-ink-2">{text}</p>
      <Button size="small" className="mt-2.5" onPress={onPress}>
        {label}
      </Button>
    </>
  );
}

function TimeLeft() {
  const left = useMeetingNow(({ plan: { run } }, at) =>
    run ? Math.ceil((run.endsAt - at) / 60_000) : undefined,
  );
  if (left === undefined) return null;
  return (
    <p className="text-ink-2">
      {left > 0 ? (
        <Plural
          value={left}
          one="The meeting is to end in # minute."
          other="The meeting is to end in # minutes."
        />
      ) : (
        <Trans>The meeting was to be over by now.</Trans>
      )}
    </p>
  );
}

function DivideRest() {
  const { t } = useLingui();
  const word = useWords();
  const request = useRequest();
  const cannotLead = useLeadReason();
  const { controlView, now } = useSession();
  const isAtCheckOut = useControl(({ phase }) => phase === "check-out");
  const described = useMeetingNow((control, at) =>
    dividedRest(control, at)
      ?.map(({ phase, minutes }) => `${phase} ${minutes}`)
      .join(),
  );
  const shares = described?.split(",").map((share) => {
    const [phase = "", minutes = ""] = share.split(" ");
    return `${word(`phases.${phase as PhaseId}.title`)} ${minutes}`;
  });
  const divide = async () => {
    const control = controlView.getState();
    const rest = dividedRest(control, now());
    if (!rest) return;
    const minutes = minutesOfShares(control, rest, now());
    if (!(await request({ type: "setAgenda", minutes })).ok) return;
    closePanel();
    showToast({ text: t`The rest is divided anew.` });
  };
  return (
    <>
      <p className="mt-1 text-s text-ink-2">
        {shares ? (
          <Trans>From now on, in minutes: {shares.join(" · ")}</Trans>
        ) : isAtCheckOut ? (
          <Trans>The meeting is at its last phase already.</Trans>
        ) : (
          <Trans>There is not a minute for each phase any more.</Trans>
        )}
      </p>
      {shares && (
        <Button
          size="small"
          className="mt-2.5"
          disabledReason={cannotLead}
          onPress={() => void divide()}
        >
          <Trans>Divide it so</Trans>
        </Button>
      )}
    </>
  );
}
