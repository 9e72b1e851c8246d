// Looking and leading: which phase this screen shows when the meeting moves.
//
//   with the meeting ──(it moves, nobody writes here)──▶ the page turns, the focus goes to its title
//                    ──(it moves while I write)───────▶ stays where I write; the pill offers to join
//   elsewhere, or left behind ──(it moves)──▶ stays; the pill offers to join
//                             ──(it comes to where I am)──▶ with the meeting again
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { isTyping } from "../screen/is-typing.ts";
import { followAddress, useLook } from "../screen/look.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";
import type { PhaseId } from "@secondstory/shared";

/** The phase this screen shows. */
export function useShownPhase(): PhaseId {
  const meeting = useControl(({ phase }) => phase);
  return useLook(({ lookingAt }) => lookingAt) ?? meeting;
}

/** Keeps the screen with the meeting, or beside it; once on the page. */
export function useFollowMeeting(): void {
  const session = useSession();
  const { t } = useLingui();
  const word = useWords();
  const shown = useShownPhase();

  useEffect(() => followAddress(), []);
  useEffect(() => session.setLookingAt(shown), [session, shown]);
  useEffect(() => {
    const { controlView, me } = session;
    let before = controlView.getState();
    return controlView.subscribe(() => {
      const last = before;
      const now = controlView.getState();
      before = now;
      const wasLoaded = last.roster[me] !== undefined;
      if (!wasLoaded || last.phase === now.phase) return;
      const isMine = now.lastMove?.by === me;
      const { lookingAt, stay, follow } = useLook.getState();
      const wasWithIt = lookingAt === undefined || lookingAt === last.phase;
      if (wasWithIt && !isMine && isTyping()) stay(last.phase);
      else if (wasWithIt && lookingAt !== undefined) follow();
      const title = word(`phases.${now.phase}.title`);
      announce(t`The meeting is at ${title}.`);
      const isBack = now.agenda.indexOf(now.phase) < now.agenda.indexOf(last.phase);
      const name = now.lastMove && now.roster[now.lastMove.by]?.name;
      if (isBack && !isMine && name)
        showToast({ text: t`${name} moved the meeting back to ${title}. Nothing is lost.` });
    });
  }, [session, t, word]);
}
