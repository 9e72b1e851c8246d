// Who asks to be let write, for the facilitators: a quiet line on the dock, one person after the other.
import { Trans, useLingui } from "@lingui/react/macro";
import { Hand } from "lucide-react";
import { useEffect } from "react";
import type { ParticipantId } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl, usePresence } from "../room/use-room.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { DockLine } from "./dock-line.tsx";

/** Nothing while nobody who is here asks. */
export function AsksToWrite() {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const asks = useControl((control) => control.asks);
  const roster = useControl((control) => control.roster);
  const presence = usePresence((here) => here);
  // Who is not here just now would not see the answer: they are shown again when they are back.
  const waiting = (Object.keys(asks) as ParticipantId[])
    .filter((id) => asks[id]?.declinedAt === null && roster[id] && presence[id])
    .toSorted((a, b) => (asks[a]?.at ?? 0) - (asks[b]?.at ?? 0));
  const [first] = waiting;
  const name = first && roster[first]?.name;
  useEffect(() => {
    if (name) announce(t`${name} can add something.`);
  }, [name, t]);
  if (!first || name === undefined) return null;
  const others = waiting.length - 1;
  return (
    <DockLine
      label={t`Asks to write`}
      icon={<Icon of={Hand} className="shrink-0 text-ink-2" />}
      actions={
        <>
          <Button
            size="small"
            disabledReason={reason}
            onPress={() =>
              void request({ type: "setRole", participant: first, role: "participant" })
            }
          >
            <Trans>Let them write</Trans>
          </Button>
          <Button
            size="small"
            look="quiet"
            disabledReason={reason}
            onPress={() => void request({ type: "declineAsk", participant: first })}
          >
            <Trans>Not now</Trans>
          </Button>
        </>
      }
    >
      <Trans>
        <b className="font-semibold">{name}</b> can add something.
      </Trans>{" "}
      {others > 0 && (
        <span className="text-ink-2">
          <Trans>{others} more after that.</Trans>
        </span>
      )}
    </DockLine>
  );
}
