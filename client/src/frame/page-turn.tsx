// When the page turns by itself, the focus goes to its title and the page begins at the top.
import { useEffect, useRef } from "react";
import type { PhaseId } from "@secondstory/shared";
import { useArriving } from "../screen/arriving.ts";
import { useLook } from "../screen/look.ts";

/** Stands inside the suspended part of the page, so that it acts once the new page is there. */
export function PageTurn({ shown }: { readonly shown: PhaseId }) {
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    if (useArriving.getState().to) return; // on its way to a card, which gets both
    window.scrollTo({ top: 0 });
    if (useLook.getState().lookingAt !== undefined) return;
    // not out of a dialog, which is no part of the page, unless it is on its way out: the one that asked before the meeting moved
    const dialogs = document.querySelectorAll("section[role=dialog], section[role=alertdialog]");
    if ([...dialogs].some((dialog) => !dialog.closest("[data-exiting]"))) return;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [shown]);
  return null;
}
