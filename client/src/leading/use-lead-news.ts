// Says who leads from here on, when that changes: to the one it is about in a toast, to everybody when somebody steps in.
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import type { ControlState, ParticipantId } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";

/** Listens; once on the board page. What had happened before the page was opened is no news. */
export function useLeadNews(): void {
  const { t } = useLingui();
  const { controlView, me } = useSession();
  useEffect(() => {
    let before = controlView.getState();
    const say = (text: string) => {
      showToast({ text });
      announce(text);
    };
    return controlView.subscribe(() => {
      const last = before;
      const now = controlView.getState();
      before = now;
      if (!last.roster[me] || !now.roster[me]) return;
      const { steppedIn } = now.lead;
      const isNew = steppedIn && steppedIn.at !== last.lead.steppedIn?.at;
      if (isNew && steppedIn.by === me)
        return say(t`You lead now. Whoever led before still does when they are back.`);
      const stepper = isNew && now.roster[steppedIn.by]?.name;
      if (stepper) {
        const text = t`${stepper} has stepped in and leads now.`;
        return leads(now, me) ? announce(text) : say(text); // whoever leads has a line for it on the dock
      }
      if (last.roster === now.roster) return;
      const others = leadersBeside(now, me).join(", ");
      if (leads(now, me) && !leads(last, me))
        return say(others ? t`You lead now, together with ${others}.` : t`You lead now.`);
      if (!leads(now, me) && leads(last, me))
        return say(t`You take part from here on. Leading now: ${others}.`);
    });
  }, [controlView, me, t]);
}

const leads = ({ roster }: ControlState, id: ParticipantId): boolean =>
  roster[id]?.role === "facilitator";

const leadersBeside = ({ roster }: ControlState, me: ParticipantId): readonly string[] =>
  Object.values(roster)
    .filter(({ id, role }) => role === "facilitator" && id !== me)
    .map(({ name }) => name);
