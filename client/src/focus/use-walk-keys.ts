// The keys of a walk. Whoever leads steps for everybody, everybody else for themselves: look is not lead.
import { useLingui } from "@lingui/react/macro";
import { readCardId, setStar, stepFrom, type CardId, type WalkItem } from "@secondstory/shared";
import { useReadOnlyReason } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { goTo } from "../screen/arriving.ts";
import { useShortcut } from "../screen/use-shortcut.ts";
import { announce } from "../ui/live-region.tsx";
import { useLeadsHere, usePutInFocus } from "./use-focus.ts";
import type { WalkState } from "./use-walk.ts";

/** A page that shows one item at a time. */
interface OneAtATime {
  /** The one it shows. */
  readonly at: CardId;
  /** Shows another on this screen alone. */
  readonly lookAt: (item: WalkItem) => void;
}

/**
 * J and K step, U goes to the next that was not seen together, S puts a star. Once on a page that is walked; without `page`
 * its items stand in a list.
 */
export function useWalkKeys(walk: WalkState, page?: OneAtATime): void {
  const { t } = useLingui();
  const session = useSession();
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const stepsForAll = leads && reason === undefined;
  const atHand = () => page?.at ?? itemAtHand() ?? walk.current?.id;
  const lookAt = (item: WalkItem | undefined) => {
    if (item && page) return page.lookAt(item);
    const section = item && session.boardView.getState().cards[item.id]?.section;
    if (item && section) goTo({ card: item.id, section, returnTo: undefined });
    return undefined;
  };
  const step = (by: 1 | -1) => {
    if (stepsForAll) {
      const item = by === 1 ? walk.next : walk.previous;
      if (item) put(item);
      return;
    }
    lookAt(stepFrom(walk.items, walk.walked, atHand(), by));
  };
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  useShortcut("u", () => {
    const item = walk.nextOpen;
    if (!item) announce(t`Everything was seen together.`);
    else if (stepsForAll) put(item);
    else lookAt(item);
  });
  useShortcut(
    "s",
    () => {
      const id = atHand();
      const card = id && session.boardView.getState().cards[id];
      if (!card) return;
      setStar(session.board, card.id, !card.isStarred);
      announce(card.isStarred ? t`The star is off.` : t`Starred.`);
    },
    isReadOnly,
  );
}

/** The row or card on this page that has the focus. */
function itemAtHand(): CardId | undefined {
  const element = document.activeElement?.closest<HTMLElement>("[data-row], [data-card]");
  return readCardId(element?.dataset["row"] ?? element?.dataset["card"]);
}
