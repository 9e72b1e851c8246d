import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { Timer } from "@secondstory/shared";
import { announce } from "../ui/live-region.tsx";
import { timerStage, useTimer, type TimerStage } from "./use-timer.ts";

const order: readonly TimerStage[] = ["begun", "half", "last-minute", "up", "over"];

/** Says it, politely and once, when half of the time is gone, when a minute is left, and when it is over. */
export function useAnnounceTimer(timer: Timer): void {
  const { t } = useLingui();
  const stage = useTimer(timer, (leftMs) => timerStage(timer, leftMs));
  const last = useRef(stage);
  useEffect(() => {
    const hasGoneOn = order.indexOf(stage) > order.indexOf(last.current);
    last.current = stage;
    if (!hasGoneOn) return;
    if (stage === "half") announce(t`Half of the time is left.`);
    if (stage === "last-minute") announce(t`One minute is left.`);
    if (stage === "up") announce(t`Time is up.`);
  }, [stage, t]);
}
