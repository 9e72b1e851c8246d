// Who waits at the door, for those who let them in: a line on the dock, who came first first.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { DoorOpen } from "lucide-react";
import { useEffect } from "react";
import { waitingAt } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { DockLine } from "./dock-line.tsx";

/** Nothing while nobody waits. */
export function AtDoor() {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const waiting = waitingAt(useControl(({ door }) => door));
  const [first] = waiting;
  const name = first?.name;
  useEffect(() => {
    if (name !== undefined) announce(t`${name} waits at the door.`);
  }, [name, t]);
  if (!first) return null;
  const count = waiting.length;
  const others = count - 1;
  const isObserver = first.role === "observer";
  return (
    <DockLine
      label={t`At the door`}
      icon={<Icon of={DoorOpen} className="shrink-0 text-ink-2" />}
      actions={
        <>
          <Button
            size="small"
            disabledReason={reason}
            aria-label={t`Let in ${first.name}`}
            onPress={() => void request({ type: "letIn", participant: first.id })}
          >
            <Trans>Let in</Trans>
          </Button>
          {others > 0 && (
            <Button
              size="small"
              disabledReason={reason}
              onPress={() => {
                for (const { id } of waiting) void request({ type: "letIn", participant: id });
              }}
            >
              {t`Let in all ${count}`}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            disabledReason={reason}
            onPress={() => void request({ type: "turnAway", participant: first.id })}
          >
            <Trans>Not now</Trans>
          </Button>
        </>
      }
    >
      {isObserver ? (
        <Trans>
          <b className="font-semibold">{name}</b> wants to come in and read along.
        </Trans>
      ) : (
        <Trans>
          <b className="font-semibold">{name}</b> wants to come in.
        </Trans>
      )}{" "}
      {others > 0 && (
        <span className="text-ink-2">
          <Plural value={others} one="# more waits." other="# more wait." />
        </span>
      )}
    </DockLine>
  );
}
