// My answer to the pulse, in my private document: nobody else ever sees it, and it may be changed until it is counted.
import { useCallback, useSyncExternalStore } from "react";
import {
  answerPulse,
  readPulseAnswer,
  type PhaseId,
  type PulsePosition,
} from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";

/** What I answered, and the way to answer. */
export function usePulseAnswer(
  phase: PhaseId,
): readonly [PulsePosition | undefined, (answer: PulsePosition) => void] {
  const { privateDoc } = useSession();
  const subscribe = useCallback(
    (onChange: () => void) => {
      privateDoc.pulse.observe(onChange);
      return () => privateDoc.pulse.unobserve(onChange);
    },
    [privateDoc],
  );
  const answer = useSyncExternalStore(subscribe, () => readPulseAnswer(privateDoc, phase));
  const choose = useCallback(
    (next: PulsePosition) => answerPulse(privateDoc, phase, next),
    [privateDoc, phase],
  );
  return [answer, choose];
}
