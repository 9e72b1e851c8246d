// What whoever leads does in the dock: the step inside the phase, then the way on to the next one, and back.
import { Trans, useLingui } from "@lingui/react/macro";
import { Archive, ArrowLeft, ArrowRight } from "lucide-react";
import { neighbourPhase, type PhaseId } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useAwaited } from "../ready/use-awaited.ts";
import { useBoard, useControl } from "../room/use-room.ts";
import { useOfferedStep } from "../screen/dock-step.ts";
import { openPanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Asked, useAskOnce } from "./ask-once.tsx";
import { StepButton } from "./step-button.tsx";
import { useLeadReason } from "./use-lead-reason.ts";
import { useMoveMeeting } from "./use-move-meeting.ts";
import { usePrimaryKey } from "./use-primary-key.ts";

/** Back and on. A facilitator who moves the meeting goes with it. */
export function Lead({ isAlone }: { readonly isAlone: boolean }) {
  const { t } = useLingui();
  const word = useWords();
  const reason = useLeadReason();
  const before = useControl((control) => neighbourPhase(control, -1));
  const after = useControl((control) => neighbourPhase(control, 1));
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const hasEvents = useBoard(({ order }) => order.timeline.length > 0);
  const step = useOfferedStep();
  const move = useMoveMeeting();
  const titleOf = (phase: PhaseId) => word(`phases.${phase}.title`);
  const isNextPrimary = !step && (before !== undefined || !isAlone || hasEvents);
  const awaited = useAwaited();
  const { asked, mayGo } = useAskOnce();
  // A key is pressed sooner than meant. Where somebody is awaited that is asked anyway.
  const next = after && titleOf(after);
  const question = next && awaited === 0 ? t`Press again to move everyone to ${next}.` : undefined;
  const goByKey = () => {
    if (after && mayGo(question)) void move(after);
  };
  usePrimaryKey(after && isNextPrimary && !isSealed && !reason ? goByKey : undefined);

  if (isSealed)
    return (
      <Button onPress={() => openPanel("reopen")} disabledReason={reason}>
        <Trans>Reopen the report</Trans>
      </Button>
    );
  return (
    <div className="relative flex min-w-0 items-center gap-1.5">
      {asked !== undefined && asked === question && <Asked className="right-0">{asked}</Asked>}
      {before && (
        <Button
          size="icon"
          aria-label={t`Move the meeting back to ${titleOf(before)}`}
          tooltip={t`Back to ${titleOf(before)}`}
          disabledReason={reason}
          onPress={() => void move(before)}
        >
          <Icon of={ArrowLeft} />
        </Button>
      )}
      {step && <StepButton step={step} />}
      {after ? (
        <Button
          look={isNextPrimary ? "ink" : "line"}
          disabledReason={reason}
          onPress={() => void move(after)}
        >
          {!before ? (
            <span>
              {t`Begin with ${titleOf(after)}`}
              <span className="sr-only">: {t`move the meeting on`}</span>
            </span>
          ) : (
            // A phone has room for one label, and that is the step's.
            <span className={step && "max-half:sr-only"}>
              <span className="sr-only">{t`Move the meeting on to`} </span>
              {titleOf(after)}
            </span>
          )}
          <Icon of={ArrowRight} />
        </Button>
      ) : (
        <Button
          look={step ? "line" : "ink"}
          disabledReason={reason}
          onPress={() => openPanel("seal")}
        >
          <Icon of={Archive} /> <Trans>Seal the report</Trans>
        </Button>
      )}
    </div>
  );
}
