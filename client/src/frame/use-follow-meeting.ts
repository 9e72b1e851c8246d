// Looking and leading: which phase this screen shows when the meeting moves.
//
//   with the meeting ──(it moves, nobody writes here)──▶ the page turns, the focus goes to its title
//                    ──(it moves while I write)───────▶ stays where I write; the pill offers to join
//   elsewhere by choice ──(it moves)──▶ stays
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
  // Asked the moment the meeting moves: once the page has turned there is no caret left to ask about.
  useEffect(() => {
    const { controlView, me } = session;
    let at = controlView.getState().phase;
    return controlView.subscribe(() => {
      const { phase, lastMove, agenda, roster } = controlView.getState();
      const before = at;
      at = phase;
      // The first state of a page that was just opened is no move.
      if (before === phase || !lastMove) return;
      const title = word(`phases.${phase}.title`);
      announce(t`The meeting is at ${title}.`);
      const isMine = lastMove.by === me;
      const isBack = agenda.indexOf(phase) < agenda.indexOf(before);
      const name = roster[lastMove.by]?.name;
      if (isBack && !isMine && name)
        showToast({ text: t`${name} moved the meeting back to ${title}. Nothing is lost.` });
      const { lookingAt, stay } = useLook.getState();
      if (lookingAt === undefined && !isMine && isTyping()) stay(before);
    });
  }, [session, t, word]);
}
