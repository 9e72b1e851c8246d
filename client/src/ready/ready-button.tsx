// “I am ready”: for everybody who writes, in the dock. Whoever leads says it in the list behind the count, or with the key.
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import { useReadOnlyReason, useRole } from "../room/use-room.ts";
import { useCommand } from "../screen/commands.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { ariaKeys, Shortcut } from "../ui/kbd.tsx";
import { useAskReason } from "./use-ask-reason.ts";
import { useMeReady } from "./use-me-ready.ts";

/** Says that I am done with what the meeting is at, or takes it back. */
export function ReadyButton() {
  const { t } = useLingui();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const isFacilitator = useRole() === "facilitator";
  const reason = useAskReason();
  const [isReady, toggle] = useMeReady();
  useCommand(
    { id: "ready", name: isReady ? t`I am not ready yet` : t`I am ready`, keys: "d", run: toggle },
    isReadOnly || reason !== undefined,
  );
  if (isReadOnly || isFacilitator) return null;
  return (
    <Button
      look={isReady ? "quiet" : "you"}
      aria-label={t`I am ready`}
      aria-pressed={isReady}
      aria-keyshortcuts={ariaKeys("d")}
      disabledReason={reason}
      onPress={toggle}
      className={isReady ? "bg-you-wash text-you! inset-ring-[1.5px] inset-ring-you" : ""}
    >
      {isReady && <Icon of={Check} />}
      {/* On a phone the check takes the room of two words. */}
      <span className={isReady ? "max-half:hidden" : ""}>
        <Trans>I am ready</Trans>
      </span>
      {isReady && (
        <span className="half:hidden">
          <Trans>Ready</Trans>
        </span>
      )}
      {!isReady && (
        <Shortcut keys="d" className="shrink-0 border-current opacity-70 max-laptop:hidden" />
      )}
    </Button>
  );
}
