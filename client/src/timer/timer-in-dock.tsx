// The shared timer in the dock: digits with their word, and the line of sand on its top edge. A press opens what can be done.
// Every second only the digits and the line are drawn.
import { Trans, useLingui } from "@lingui/react/macro";
import { Pause, Timer as TimerIcon } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { timerUsed, type Timer } from "@secondstory/shared";
import { useConnection, useControl, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";
import { SandLine } from "../ui/sand-line.tsx";
import { TimerDetails } from "./timer-details.tsx";
import { TimerDigits } from "./timer-digits.tsx";
import { useAnnounceTimer } from "./use-announce-timer.ts";
import { useTimerKeys } from "./use-timer-keys.ts";
import { timerStage, useTimer } from "./use-timer.ts";

/** What everybody sees of the timer; without one, a facilitator's button to start it. */
export function TimerInDock() {
  const timer = useControl((control) => control.timer);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isFacilitator = useRole() === "facilitator";
  useTimerKeys();
  if (timer) return <RunningTimer timer={timer} canLead={isFacilitator} />;
  return isFacilitator && !isSealed ? <StartButton /> : null;
}

function StartButton() {
  const { t } = useLingui();
  return (
    <Popover
      placement="top end"
      title={t`Timer`}
      width="narrow"
      trigger={
        <AriaButton
          aria-label={t`Timer`}
          className="inline-flex size-10 shrink-0 items-center justify-center gap-[.5em] rounded-control bg-sheet text-m font-medium inset-ring inset-ring-edge hovered:bg-sunk coarse:size-11 min-[75rem]:w-auto min-[75rem]:px-[.95rem]"
        >
          <Icon of={TimerIcon} />
          <span className="max-[75rem]:hidden">
            <Trans>Timer</Trans>
          </span>
        </AriaButton>
      }
    >
      {(close) => <TimerDetails onDone={close} />}
    </Popover>
  );
}

interface RunningTimerProps {
  readonly timer: Timer;
  readonly canLead: boolean;
}

function RunningTimer({ timer, canLead }: RunningTimerProps) {
  const { t } = useLingui();
  const isOnline = useConnection((connection) => connection.isOnline);
  useAnnounceTimer(timer);
  return (
    <>
      <Sand timer={timer} />
      <div className="mr-1 flex shrink-0 items-center gap-3 half:mr-0">
        <Popover
          placement="top end"
          title={t`Timer`}
          width="narrow"
          trigger={
            <AriaButton
              className={cx(
                "-mx-1 inline-flex min-h-10 shrink-0 items-center rounded-control px-1 hovered:bg-sunk coarse:min-h-11",
                isOnline ? "text-ink" : "text-ink-3",
              )}
            >
              <Clock timer={timer} isTight={canLead} />
            </AriaButton>
          }
        >
          {(close) => <TimerDetails onDone={close} />}
        </Popover>
        {canLead && <OneMoreButton />}
      </div>
    </>
  );
}

interface ClockProps {
  readonly timer: Timer;
  /** On a phone there is no room for the word; it is still said. */
  readonly isTight: boolean;
}

/** `16:20 left`, `noch 16:20`: the digits and the word that keeps them from being read as a time of day. */
function Clock({ timer, isTight }: ClockProps) {
  const stage = useTimer(timer, (leftMs) => timerStage(timer, leftMs));
  const isOver = stage === "up" || stage === "over";
  const digits = <TimerDigits timer={timer} />;
  const word = cx("text-ink-2 in-[.sunlit]:text-current", isTight && "max-half:sr-only");
  return (
    <span
      className={cx(
        "flex items-baseline gap-2 text-s whitespace-nowrap",
        isOver && "sunlit rounded-control px-1 py-1.5 half:px-2",
      )}
    >
      {timer.pausedAt !== undefined ? (
        <>
          {digits}{" "}
          <span className={word}>
            <Trans>paused</Trans>
          </span>
          {isTight && <Icon of={Pause} className="self-center half:hidden" />}
        </>
      ) : stage === "up" ? (
        <>
          {digits}{" "}
          <span className={word}>
            <Trans>Time is up</Trans>
          </span>
        </>
      ) : stage === "over" ? (
        <>
          {digits}{" "}
          <span className={word}>
            <Trans>over</Trans>
          </span>
        </>
      ) : (
        <Trans>
          {digits} <span className={word}>left</span>
        </Trans>
      )}
    </span>
  );
}

function OneMoreButton() {
  const { t } = useLingui();
  const request = useRequest();
  return (
    <Button
      className="max-laptop:hidden"
      aria-label={t`One more minute`}
      tooltip={t`One more minute`}
      disabledReason={useLeadReason()}
      onPress={() => void request({ type: "extendTimer" })}
    >
      +1
    </Button>
  );
}

function Sand({ timer }: { readonly timer: Timer }) {
  const { now } = useSession();
  return <SandLine used={useTimer(timer, () => timerUsed(timer, now()))} />;
}
