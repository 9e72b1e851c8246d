// “Everyone to me”: a second, deliberate step beside moving the meeting. It asks, and moves nobody.
import { useLingui } from "@lingui/react/macro";
import { Megaphone } from "lucide-react";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl } from "../room/use-room.ts";
import { useLook } from "../screen/look.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { showToast } from "../ui/toast.tsx";
import { itemHere, useRememberFocus } from "./item-here.ts";
import { usePlaceName } from "./use-place-name.ts";

/** Asks everyone to what this screen shows: the phase, and the event or note that it is at. */
export function GatherButton() {
  const { t } = useLingui();
  useRememberFocus();
  const gather = useGather();
  const reason = useLeadReason();
  return (
    <Button
      size="icon"
      className="max-half:hidden"
      aria-label={t`Everyone to me`}
      tooltip={t`Everyone to me`}
      disabledReason={reason}
      onPress={gather}
    >
      <Icon of={Megaphone} />
    </Button>
  );
}

/** Asks everyone to come to what this screen shows. */
export function useGather(): () => void {
  const { t } = useLingui();
  const request = useRequest();
  const meeting = useControl(({ phase }) => phase);
  const phase = useLook(({ lookingAt }) => lookingAt) ?? meeting;
  const inFocus = useControl(({ spotlight }) => spotlight?.item);
  const placeName = usePlaceName();
  return () => {
    const item = itemHere(inFocus);
    const ask = async () => {
      const answer = await request({ type: "gather", phase, ...(item && { item }) });
      const place = placeName({ phase, item });
      if (answer.ok) showToast({ text: t`Everyone is asked to come to ${place}.` });
    };
    void ask();
  };
}
