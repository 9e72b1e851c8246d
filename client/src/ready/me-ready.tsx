import { Trans } from "@lingui/react/macro";
import { Button } from "../ui/button.tsx";
import { useAskReason } from "./use-ask-reason.ts";
import { useMeReady } from "./use-me-ready.ts";

/** Whoever leads says of themselves that they are done. */
export function MeReady() {
  const reason = useAskReason();
  const [isReady, toggle] = useMeReady();
  return (
    <div>
      <Button
        size="small"
        look={isReady ? "line" : "you"}
        shortcut="d"
        disabledReason={reason}
        onPress={toggle}
      >
        {isReady ? <Trans>I am not ready yet</Trans> : <Trans>I am ready</Trans>}
      </Button>
    </div>
  );
}
