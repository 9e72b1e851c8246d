// Arriving at a card: by the link in the address (?at=), and wherever goTo leads. It scrolls to it, marks it for a moment
// and puts the focus on it.
//
//   ?at= ──(the board is there)──▶ its phase opens ──(the card is drawn)──▶ in sight, marked, focused
//                              └─▶ removed, or not on this board: said
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { readCardId, type CardId } from "@secondstory/shared";
import { useLoaded } from "../room/use-loaded.ts";
import { useConnection } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { arrived, useArriving } from "../screen/arriving.ts";
import { openRemoved } from "../screen/side-lists.ts";
import { showToast } from "../ui/toast.tsx";
import { openCard } from "./open-card.ts";

/** Once on the board page. */
export function Arrival() {
  useCardInAddress();
  useArrive();
  return null;
}

function useCardInAddress(): void {
  const { t } = useLingui();
  const session = useSession();
  const isLoaded = useLoaded();
  const isOnline = useConnection((connection) => connection.isOnline);
  const [wanted, setWanted] = useState(cardInAddress);
  useEffect(() => {
    const onPopState = () => setWanted(cardInAddress());
    window.addEventListener("popstate", onPopState);
    return () => window.removeEventListener("popstate", onPopState);
  }, []);
  useEffect(() => {
    if (wanted === undefined || !isLoaded) return undefined;
    const { boardView } = session;
    const isDone = () => {
      const card = boardView.getState().cards[wanted];
      const isRemoved = card?.removedAt !== undefined;
      // A copy from an earlier visit may lack it: whether it is gone, the server knows.
      if ((!card || card.isBlank) && !isRemoved && !isOnline) return false;
      leaveAddress();
      if (openCard(session, wanted)) return true;
      if (isRemoved)
        showToast({
          text: t`What this link leads to was removed from the board.`,
          action: { label: t`Show what was removed`, onPress: openRemoved },
        });
      else
        showToast({
          text: t`What this link leads to is not on this board, or not any more. The link may have been cut short.`,
        });
      return true;
    };
    let stop = () => {};
    const finish = () => {
      if (!isDone()) return;
      stop();
      setWanted(undefined);
    };
    stop = boardView.subscribe(finish);
    finish();
    return () => stop();
  }, [wanted, isLoaded, isOnline, session, t]);
}

/** The card that the address names; undefined without one, or for text that is no id. */
function cardInAddress(): CardId | undefined {
  return readCardId(new URLSearchParams(location.search).get("at"));
}

/** The address is where one looks from here on: a reload does not jump again. */
function leaveAddress(): void {
  const rest = new URLSearchParams(location.search);
  rest.delete("at");
  const query = rest.size > 0 ? `?${rest}` : "";
  history.replaceState(history.state, "", location.pathname + query + location.hash);
}

/** So long a card may take to be drawn: its phase is loaded when it is first needed. */
const patienceMs = 15_000;
/** So long it is marked. */
const markedMs = 2_500;

function useArrive(): void {
  const to = useArriving((state) => state.to);
  useEffect(() => {
    if (!to) return undefined;
    let frame = 0;
    const look = () => {
      const element = elementOf(to.card);
      if (!element) return;
      watch.disconnect();
      // The page that turned for it has its own effects in this frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          show(elementOf(to.card) ?? element);
          if (to.returnTo?.isConnected) to.returnTo.focus({ preventScroll: true });
          else focusIn(elementOf(to.card) ?? element);
          arrived();
        });
      });
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(arrived, patienceMs);
    look();
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [to]);
}

/** A row, a card in a list, or what gets the focus for a card that stands alone; of those that are on the screen. */
function elementOf(id: CardId): HTMLElement | undefined {
  const name = CSS.escape(id);
  const found = document.querySelectorAll<HTMLElement>(
    `[data-row="${name}"], [data-card="${name}"], [data-card-focus="${name}"]`,
  );
  return [...found].find((element) => element.checkVisibility());
}

function show(element: HTMLElement): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" });
  document
    .querySelectorAll("[data-arrived]")
    .forEach((marked) => marked.removeAttribute("data-arrived"));
  element.setAttribute("data-arrived", "");
  setTimeout(() => element.removeAttribute("data-arrived"), markedMs);
}

function focusIn(element: HTMLElement): void {
  const target = element.matches("[data-row]")
    ? element
    : (element.querySelector<HTMLElement>("[data-card-focus]") ?? element);
  if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
