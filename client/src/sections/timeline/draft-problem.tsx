import { Trans } from "@lingui/react/macro";
import { maxEventLength, maxEventsAtOnce } from "@secondstory/shared";
import type { DraftProblem } from "./read-draft.ts";

interface DraftProblemLineProps {
  readonly problem: DraftProblem | undefined;
  /** Somebody has tried to add it: missing words are not said before. */
  readonly isTried: boolean;
}

/** What is missing, and what to do. A wrong time is said beside its field. */
export function DraftProblemLine({ problem, isTried }: DraftProblemLineProps) {
  if (!problem || problem.kind === "when") return null;
  if (problem.kind === "no-words" && !isTried) return null;
  return (
    <p role="alert" className="mt-1.5 text-s font-medium text-harm-ink">
      {problem.kind === "no-words" && <Trans>A few words about what happened are missing.</Trans>}
      {problem.kind === "too-many" && (
        <Trans>
          These are {problem.count} events; {maxEventsAtOnce} go at a time. Your text stays here:
          add it in parts.
        </Trans>
      )}
      {problem.kind === "too-long" && (
        <Trans>
          Event {problem.index} has {problem.length} characters; {maxEventLength} fit. Your text
          stays here: shorten it, or put a long log into the event as evidence.
        </Trans>
      )}
    </p>
  );
}
