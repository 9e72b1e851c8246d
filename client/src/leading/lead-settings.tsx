// What is settled for the board about who comes in and who may step in.
import { Trans, useLingui } from "@lingui/react/macro";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl } from "../room/use-room.ts";
import { Checkbox } from "../ui/checkbox.tsx";

/** The settings, for those who lead. */
export function LeadSettings() {
  const { t } = useLingui();
  return (
    <div role="group" aria-label={t`Who comes in, and who leads`} className="grid gap-3">
      <DoorSetting />
      <StepInSetting />
    </div>
  );
}

/** Whether newcomers wait at the door. */
export function DoorSetting() {
  const request = useRequest();
  const reason = useLeadReason();
  const isOn = useControl(({ door }) => door.isOn);
  return (
    <div className="grid gap-1">
      <Checkbox
        isSelected={isOn}
        disabledReason={reason}
        onChange={(closed) => void request({ type: "setDoor", closed })}
      >
        <Trans>Newcomers wait at the door until somebody lets them in</Trans>
      </Checkbox>
      <p className="pl-7 text-s text-ink-2">
        {isOn ? (
          <Trans>
            Until then they see neither the title nor a name. Whoever has a facilitator link comes
            straight in.
          </Trans>
        ) : (
          <Trans>Now everybody with a link comes straight in.</Trans>
        )}
      </p>
    </div>
  );
}

function StepInSetting() {
  const request = useRequest();
  const reason = useLeadReason();
  const isAllowed = useControl(({ lead }) => lead.letsStepIn);
  return (
    <div className="grid gap-1">
      <Checkbox
        isSelected={isAllowed}
        disabledReason={reason}
        onChange={(allowed) => void request({ type: "setStepIn", allowed })}
      >
        <Trans>Without anybody who leads, a participant may step in</Trans>
      </Checkbox>
      <p className="pl-7 text-s text-ink-2">
        {isAllowed ? (
          <Trans>
            After a while with nobody who leads connected. Whoever led before still does.
          </Trans>
        ) : (
          <Trans>Then the meeting waits until a facilitator is back.</Trans>
        )}
      </p>
    </div>
  );
}
