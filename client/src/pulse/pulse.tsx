// The pulse beside a round: asked, counted, shown. Whoever leads closes it by hand, or by moving the meeting on.
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { pulsePhases, type PhaseId, type Pulse } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl, useReadOnlyReason, useRole } from "../room/use-room.ts";
import { TextButton } from "../ui/text-button.tsx";
import { PulsePicture } from "./pulse-picture.tsx";
import { PulseQuestion } from "./pulse-question.tsx";

/** How it feels, without names. Nothing before it is asked, except for whoever can ask. */
export function PulseOf({ phase }: { readonly phase: PhaseId }) {
  const { t } = useLingui();
  const pulse = useControl(({ pulses }) => pulses[phase]);
  const isFirst = pulsePhases.indexOf(phase) === 0;
  if (!pulse)
    return (
      <ByHand phase={phase} type="openPulse">
        <Trans>Ask how it feels</Trans>
      </ByHand>
    );
  if (pulse.state === "shown")
    return (
      <section>
        <h2 className="type-column">
          {isFirst ? t`How we arrived` : t`How we arrived, how we leave`}
        </h2>
        <Shown phase={phase} />
      </section>
    );
  return (
    <section>
      <h2 className="type-column">
        <Trans>And how does it feel?</Trans>
      </h2>
      {pulse.state === "open" && <Open phase={phase} isFirst={isFirst} />}
      {pulse.state === "closed" && (
        <p className="mt-1 text-s text-ink-2">
          <Trans>The answers are being counted.</Trans>
        </p>
      )}
      {pulse.state === "too-few" && (
        <>
          <p className="mt-1 text-s text-pretty text-ink-2">
            <Trans>
              Fewer than four people answered. So nothing is shown: it would tell who chose what.
            </Trans>
          </p>
          <ByHand phase={phase} type="openPulse">
            <Trans>Ask again</Trans>
          </ByHand>
        </>
      )}
    </section>
  );
}

function Open({ phase, isFirst }: { readonly phase: PhaseId; readonly isFirst: boolean }) {
  const isReadOnly = useReadOnlyReason() !== undefined;
  return (
    <>
      <p className="mt-1 text-s text-pretty text-ink-2">
        {isFirst ? (
          <Trans>Without your name. The same question comes once more at the end.</Trans>
        ) : (
          <Trans>Without your name. The same question as at the beginning.</Trans>
        )}
      </p>
      {!isReadOnly && <PulseQuestion phase={phase} />}
      <p className="mt-3 border-t border-line pt-3 text-s text-pretty text-ink-2">
        {isFirst ? (
          <Trans>
            The picture is shown when the check-in closes, and only with four or more answers.
          </Trans>
        ) : (
          <Trans>
            The picture is shown once the answers are counted, and only with four or more.
          </Trans>
        )}
      </p>
      <ByHand phase={phase} type="closePulse">
        <Trans>Count now and show it to everyone</Trans>
      </ByHand>
    </>
  );
}

/** The picture. Of two that stand side by side one may be missing: then the other stands alone. */
function Shown({ phase }: { readonly phase: PhaseId }) {
  const pulses = useControl((control) => control.pulses);
  const [first] = pulsePhases;
  const arriving = first && countsOf(pulses[first]);
  const leaving = phase === first ? undefined : countsOf(pulses[phase]);
  return <PulsePicture arriving={arriving} leaving={leaving} />;
}

const countsOf = (pulse: Pulse | undefined) =>
  pulse?.state === "shown" ? pulse.counts : undefined;

interface ByHandProps {
  readonly phase: PhaseId;
  readonly type: "openPulse" | "closePulse";
  readonly children: ReactNode;
}

/** What only whoever leads can press, while the meeting is there. */
function ByHand({ phase, type, children }: ByHandProps) {
  const request = useRequest();
  const reason = useLeadReason();
  const isFacilitator = useRole() === "facilitator";
  const isHere = useControl((control) => control.phase === phase && control.seal === undefined);
  if (!isFacilitator || !isHere) return null;
  if (reason !== undefined) return <p className="mt-2 text-s text-ink-3">{reason}</p>;
  return (
    <p className="mt-2 text-s">
      <TextButton onPress={() => void request({ type, phase })}>{children}</TextButton>
    </p>
  );
}
