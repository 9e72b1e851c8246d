import { useLingui } from "@lingui/react/macro";
import { useControl, useRole } from "../room/use-room.ts";
import { useRequest } from "../frame/use-request.ts";
import { useCommand } from "../screen/commands.ts";
import { showToast } from "../ui/toast.tsx";

/** T starts, pauses and goes on; ⇧T adds a minute. A facilitator's keys; what changed is said in a toast. */
export function useTimerKeys(): void {
  const { t } = useLingui();
  const request = useRequest();
  const timer = useControl((control) => control.timer);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isOff = useRole() !== "facilitator" || isSealed;
  const ask = async (type: "startTimer" | "pauseTimer" | "extendTimer", said: string) => {
    if ((await request({ type })).ok) showToast({ text: said });
  };
  const step = () => {
    if (!timer) void ask("startTimer", t`The timer runs.`);
    else if (timer.pausedAt === undefined) void ask("pauseTimer", t`The timer is paused.`);
    else void ask("startTimer", t`The timer goes on.`);
  };
  const stepName = !timer
    ? t`Start the timer`
    : timer.pausedAt === undefined
      ? t`Pause the timer`
      : t`Let the timer go on`;
  useCommand({ id: "timer", name: stepName, keys: "t", isLead: true, run: step }, isOff);
  useCommand(
    {
      id: "timer-more",
      name: t`Timer: one minute more`,
      keys: "shift+t",
      isLead: true,
      run: () => void ask("extendTimer", t`One minute more.`),
    },
    isOff || !timer,
  );
}
