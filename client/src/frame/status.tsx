// The status pill in the top bar, and what it opens: what waits, when the server was last heard of, and two ways out.
import { useLingui } from "@lingui/react/macro";
import { Suspense, useEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { withBoardMessages } from "../i18n/i18n.ts";
import { later } from "../ui/later.ts";
import { announce } from "../ui/live-region.tsx";
import { Popover } from "../ui/popover.tsx";
import { StatusPill, type StatusState } from "../ui/status-pill.tsx";
import { useStatus } from "./use-status.ts";

const StatusDetails = later(() => withBoardMessages(import("../panels/status-details.tsx")));

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
      <Suspense>
        <StatusDetails state={state} />
      </Suspense>
    </Popover>
  );
}

function useTitles(): Readonly<Record<StatusState["kind"], string>> {
  const { t } = useLingui();
  return {
    saved: t`Everything is saved`,
    saving: t`Saving`,
    "not-saved": t`Connected, but not saved yet`,
    offline: t`You are offline`,
    returning: t`The connection is back`,
    sealed: t`The report is sealed`,
    reading: t`You are reading along`,
    "not-kept": t`This browser keeps no copy`,
  };
}

/** Says when the connection goes and comes back, and when the server cannot save and can again. */
function useAnnounceConnection(state: StatusState | undefined): void {
  const { t } = useLingui();
  const kind = state?.kind;
  const trouble = kind === "offline" || kind === "not-saved" ? kind : undefined;
  const mustStay = state?.kind === "offline" && state.keepOpen;
  const before = useRef(trouble);
  useEffect(() => {
    const last = before.current;
    if (trouble === last) return;
    before.current = trouble;
    if (trouble === "offline")
      announce(
        mustStay
          ? t`Offline. What you write is kept here: keep this tab open.`
          : t`Offline. What you write is kept here.`,
      );
    else if (trouble) announce(t`Connected, but not saved yet: keep this tab open.`);
    else announce(last === "offline" ? t`The connection is back.` : t`Everything is saved again.`);
  }, [trouble, mustStay, t]);
}
