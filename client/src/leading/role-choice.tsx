// What somebody may do, and how that changes: lead together, hand over, take part, read along.
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { MeetingRequest, Participant, Role } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";

/** For those who lead. Somebody always does: the last one hands over first. */
export function RoleChoice({ person }: { readonly person: Participant }) {
  const { t } = useLingui();
  const { me } = useSession();
  const request = useRequest();
  const reason = useLeadReason();
  const isLast = useControl(
    ({ roster }) => Object.values(roster).filter(({ role }) => role === "facilitator").length < 2,
  );
  const [isAsking, setAsking] = useState(false);
  if (reason !== undefined) return <p className="text-s text-ink-2">{reason}</p>;
  const isMe = person.id === me;
  const { role, name } = person;
  const ask = (asked: MeetingRequest) => {
    setAsking(false);
    void request(asked);
  };
  const become = (next: Role) => ask({ type: "setRole", participant: person.id, role: next });
  if (isAsking)
    return (
      <div className="grid gap-2 rounded-control border border-line p-3">
        <p>
          <Trans>{name} leads from here on, and you take part.</Trans>
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            look="ink"
            onPress={() => ask({ type: "handOver", participant: person.id })}
          >
            {t`Hand over to ${name}`}
          </Button>
          <Button size="small" onPress={() => setAsking(false)}>
            <Trans>Keep leading</Trans>
          </Button>
        </div>
      </div>
    );
  const lastReason =
    isMe && isLast ? t`Somebody has to lead: hand over to another first.` : undefined;
  return (
    <div role="group" aria-label={t`What ${name} may do`} className="flex flex-wrap gap-2">
      {role !== "facilitator" && (
        <Button size="small" onPress={() => become("facilitator")}>
          <Trans>Lead together</Trans>
        </Button>
      )}
      {!isMe && (
        <Button size="small" onPress={() => setAsking(true)}>
          <Trans>Hand over …</Trans>
        </Button>
      )}
      {role === "facilitator" && (
        <Button size="small" disabledReason={lastReason} onPress={() => become("participant")}>
          <Trans>Back to taking part</Trans>
        </Button>
      )}
      {role === "participant" && (
        <Button size="small" look="quiet" onPress={() => become("observer")}>
          <Trans>Only read along</Trans>
        </Button>
      )}
      {role === "observer" && (
        <Button size="small" look="quiet" onPress={() => become("participant")}>
          <Trans>Let them write</Trans>
        </Button>
      )}
    </div>
  );
}
