// A hand up: I have something to say. It stays up, also when the meeting moves, until I or whoever leads takes it down.
import { useLingui } from "@lingui/react/macro";
import { Hand } from "lucide-react";
import { useControl, useReadOnlyReason, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useCommand } from "../screen/commands.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { ariaKeys } from "../ui/kbd.tsx";
import { useRequest } from "../frame/use-request.ts";
import { useAskReason } from "./use-ask-reason.ts";

/** Raises my hand, or takes it down. Whoever leads has the key alone: they can speak. */
export function HandButton() {
  const { t } = useLingui();
  const { me } = useSession();
  const request = useRequest();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const isFacilitator = useRole() === "facilitator";
  const reason = useAskReason();
  const isUp = useControl(({ hands }) => hands[me] !== undefined);
  const toggle = () => void request({ type: isUp ? "lowerHand" : "raiseHand" });
  useCommand(
    { id: "hand", name: isUp ? t`Take my hand down` : t`Raise my hand`, keys: "h", run: toggle },
    isReadOnly || reason !== undefined,
  );
  if (isReadOnly || (isFacilitator && !isUp)) return null;
  return (
    <Button
      size="icon"
      look={isUp ? "quiet" : "line"}
      aria-label={t`Raise my hand`}
      aria-pressed={isUp}
      aria-keyshortcuts={ariaKeys("h")}
      tooltip={isUp ? t`Take my hand down` : t`Raise my hand`}
      disabledReason={reason}
      onPress={toggle}
      className={isUp ? "sunlit shrink-0 text-on-sun!" : "shrink-0"}
    >
      <Icon of={Hand} />
    </Button>
  );
}
