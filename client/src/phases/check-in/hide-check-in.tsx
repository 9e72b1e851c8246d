// For whoever leads: everyone may write first, before anybody has read what the others say.
import { Trans, useLingui } from "@lingui/react/macro";
import { EyeOff } from "lucide-react";
import { useLeadReason } from "../../frame/use-lead-reason.ts";
import { useRequest } from "../../frame/use-request.ts";
import { useControl, useRole } from "../../room/use-room.ts";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";
import { useRevealStep } from "../../sections/hidden/use-reveal-step.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

const columns = ["check-in"] as const;

/** A button while the round is open; while it is hidden the dock reveals it. */
export function HideCheckIn() {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isHidden = useHiddenColumns(columns).length > 0;
  useRevealStep("check-in", columns);
  if (!isFacilitator || isHidden || isSealed) return null;
  return (
    <>
      <Button
        size="small"
        disabledReason={reason}
        onPress={() => void request({ type: "hide", sections: [...columns], names: true })}
      >
        <Icon of={EyeOff} /> {t`Write in silence first`}
      </Button>
      <p className="mt-2 type-small text-ink-2">
        <Trans>
          Until you reveal it, nobody reads what others write. Then the names stand beside it.
        </Trans>
      </p>
    </>
  );
}
