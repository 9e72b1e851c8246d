// The status pill in the top bar, and what it opens: what waits, when the server was last heard of, and two ways out.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Download } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useConnection, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { Popover } from "../ui/popover.tsx";
import { StatusPill, type StatusState } from "../ui/status-pill.tsx";
import { useSaveMarkdown } from "./use-save-markdown.ts";
import { useStatus } from "./use-status.ts";
import { WaitingList } from "./waiting-list.tsx";

/** The pill. It says nothing in the first moments, before anything is known. */
export function Status() {
  const state = useStatus();
  const titles = useTitles();
  useAnnounceConnection(state);
  if (!state) return null;
  return (
    <Popover
      title={titles[state.kind]}
      trigger={
        <AriaButton className="rounded-pill coarse:py-1.5">
          <StatusPill state={state} />
        </AriaButton>
      }
    >
      <Explanation state={state} />
    </Popover>
  );
}

function useTitles(): Readonly<Record<StatusState["kind"], string>> {
  const { t } = useLingui();
  return {
    saved: t`Everything is saved`,
    saving: t`Saving`,
    offline: t`You are offline`,
    returning: t`The connection is back`,
    sealed: t`The report is sealed`,
    reading: t`You are reading along`,
    "not-kept": t`This browser keeps no copy`,
  };
}

function Explanation({ state }: { readonly state: StatusState }) {
  const save = useSaveMarkdown();
  const { reconnect } = useSession();
  return (
    <div className="leading-normal">
      <p className="mt-2">
        <What state={state} />
      </p>
      <WaitingList />
      {state.kind === "offline" && (
        <p className="my-3 text-s text-ink-2">
          <Trans>
            The meeting's phase stands still here until then. Others may already be further.
          </Trans>{" "}
          <LastContact />
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" onPress={save}>
          <Icon of={Download} /> <Trans>Save as Markdown now</Trans>
        </Button>
        {state.kind === "offline" && (
          <Button size="small" look="quiet" onPress={reconnect}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}

function What({ state }: { readonly state: StatusState }): ReactNode {
  const keepsCopies = useConnection((connection) => connection.keepsCopies);
  const waiting = useConnection(({ pending }) => pending.length);
  const role = useRole();
  switch (state.kind) {
    case "saved":
      return <Trans>The server has the last change on its disk.</Trans>;
    case "saving":
    case "returning":
      return <Trans>Your changes are on their way to the server.</Trans>;
    case "offline":
      if (!keepsCopies)
        return (
          <Trans>
            Go on writing, and keep this page open: this browser keeps no copy. Your changes go out
            by themselves when the connection is back.
          </Trans>
        );
      if (waiting === 0)
        return (
          <Trans>
            Go on reading and writing. What you change is kept in this browser and goes out by
            itself when the connection is back.
          </Trans>
        );
      return (
        <Plural
          value={waiting}
          one="Go on writing. # change is kept in this browser and goes out by itself when the connection is back."
          other="Go on writing. # changes are kept in this browser and go out by themselves when the connection is back."
        />
      );
    case "sealed":
      return role === "facilitator" ? (
        <Trans>Nobody can change it. You can reopen it in the menu.</Trans>
      ) : (
        <Trans>Nobody can change it. A facilitator can reopen it.</Trans>
      );
    case "reading":
      return (
        <Trans>You see everything as it is written. A facilitator can let you write, too.</Trans>
      );
    case "not-kept":
  }
  return (
    <Trans>
      It refuses storage, as private windows do. Everything works while this page is open; what the
      server does not have yet is lost with it.
    </Trans>
  );
}

function LastContact() {
  const { i18n } = useLingui();
  const at = useConnection(({ lastContactAt }) => lastContactAt);
  const [now] = useState(Date.now);
  if (at === undefined) return <Trans>There was no contact yet.</Trans>;
  const time = i18n.date(new Date(at), { timeStyle: "short" });
  const minutes = Math.round((now - at) / 60_000);
  const ago = new Intl.RelativeTimeFormat(i18n.locale, { numeric: "auto" }).format(
    -minutes,
    "minute",
  );
  return (
    <Trans>
      Last contact {time}, {ago}.
    </Trans>
  );
}

/** Says when the connection goes and comes back. */
function useAnnounceConnection(state: StatusState | undefined): void {
  const { t } = useLingui();
  const isOffline = state?.kind === "offline";
  const wasOffline = useRef(false);
  useEffect(() => {
    if (isOffline === wasOffline.current) return;
    wasOffline.current = isOffline;
    announce(isOffline ? t`Offline. What you write is kept here.` : t`The connection is back.`);
  }, [isOffline, t]);
}
