// Nobody who leads is here: whoever takes part may step in. And who did, for whoever led before and comes back.
import { Trans, useLingui } from "@lingui/react/macro";
import { Signpost } from "lucide-react";
import { useEffect, useState } from "react";
import { useRequest } from "../frame/use-request.ts";
import { useConnection, useControl, usePresence } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { DockLine } from "./dock-line.tsx";

/** The offer, as long as the server makes it and nobody who leads is seen here. */
export function StepIn() {
  const { t } = useLingui();
  const { me } = useSession();
  const request = useRequest();
  const leaderlessAt = useControl(({ lead }) => lead.leaderlessAt);
  const mayStepIn = useControl(
    ({ lead, seal, roster }) =>
      lead.letsStepIn &&
      !seal &&
      roster[me]?.role === "participant" &&
      lead.leaderlessAt !== undefined,
  );
  const roster = useControl((control) => control.roster);
  const isLed = usePresence((presence) =>
    Object.values(roster).some(({ id, role }) => role === "facilitator" && presence[id]),
  );
  const isOnline = useConnection((connection) => connection.isOnline);
  const [declinedAt, setDeclinedAt] = useState<number>();
  const isOffered = mayStepIn && !isLed && isOnline && declinedAt !== leaderlessAt;
  useEffect(() => {
    if (isOffered) announce(t`Nobody who leads is here. You can step in.`);
  }, [isOffered, t]);
  if (!isOffered) return null;
  return (
    <DockLine
      label={t`Nobody who leads is here`}
      icon={<Icon of={Signpost} className="shrink-0 text-ink-2" />}
      actions={
        <>
          <Button size="small" onPress={() => void request({ type: "stepIn" })}>
            <Trans>Step in and lead</Trans>
          </Button>
          <Button size="small" look="quiet" onPress={() => setDeclinedAt(leaderlessAt)}>
            <Trans>Not me</Trans>
          </Button>
        </>
      }
    >
      <Trans>Nobody who leads is here just now.</Trans>{" "}
      <span className="text-ink-2">
        <Trans>Whoever led before still does when they are back.</Trans>
      </span>
    </DockLine>
  );
}

/** For a facilitator who was not here when it happened: somebody else leads, too. */
export function SteppedIn() {
  const { t } = useLingui();
  const { me, boardId } = useSession();
  const steppedIn = useControl(({ lead }) => lead.steppedIn);
  const name = useControl(({ lead, roster }) => {
    const by = lead.steppedIn && roster[lead.steppedIn.by];
    return by?.role === "facilitator" && by.id !== me ? by.name : undefined;
  });
  const isOlder = useControl(
    ({ roster }) => (roster[me]?.joinedAt ?? Infinity) < (steppedIn?.at ?? 0),
  );
  const key = `second-story:stepped-in:${boardId}`;
  const [seenAt, setSeenAt] = useState(() => readSeen(key));
  if (!steppedIn || name === undefined || !isOlder || seenAt >= steppedIn.at) return null;
  const dismiss = () => {
    setSeenAt(steppedIn.at);
    keepSeen(key, steppedIn.at);
  };
  return (
    <DockLine
      label={t`Somebody stepped in`}
      icon={<Icon of={Signpost} className="shrink-0 text-ink-2" />}
      actions={
        <Button size="small" onPress={dismiss}>
          <Trans>All right</Trans>
        </Button>
      }
    >
      <Trans>
        <b className="font-semibold">{name}</b> stepped in while nobody who leads was here. You lead
        together from here on.
      </Trans>
    </DockLine>
  );
}

/** Until when this browser has been told; where nothing can be kept it is told once more after a reload. */
function readSeen(key: string): number {
  try {
    return Number(localStorage.getItem(key) ?? 0);
  } catch {
    return 0;
  }
}

function keepSeen(key: string, at: number): void {
  try {
    localStorage.setItem(key, String(at));
  } catch {
    // Told once more after a reload.
  }
}
