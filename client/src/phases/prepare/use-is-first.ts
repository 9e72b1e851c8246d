// Whether the board is as it was made: then Prepare asks for a title and offers the link.
//
//   first ──(somebody adds something)──▶ facts
//     └─(I begin in one of its fields)──▶ first, held ──(something is there, and no field has my caret)──▶ facts
//
// Nothing that others add takes the page from under a caret, and a press that is under way is let finish.
import { useCallback, useEffect, useRef, useState } from "react";
import { plainText, type BoardState } from "@secondstory/shared";
import { useBoard, useDraft, useReadOnlyReason } from "../../room/use-room.ts";

interface FirstPageState {
  readonly isFirst: boolean;
  /** I have begun on the page inside this element. */
  readonly hold: (page: HTMLElement) => void;
}

/** Which of the two pages is shown. Whoever may only read is not asked for a title. */
export function useIsFirst(): FirstPageState {
  const isUntouchedBoard = useBoard(isUntouched);
  const isObserver = useReadOnlyReason() === "observer";
  const [unsentTitle] = useDraft("board.title"); // after a reload the page is there until the title has reached the server
  const [held, setHeld] = useState<HTMLElement>();
  const isFirst = !isObserver && (isUntouchedBoard || held !== undefined || unsentTitle !== "");

  useEffect(() => {
    if (!held || isUntouchedBoard) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressing = false;
    const check = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!isPressing && !isUsed(held)) setHeld(undefined);
      });
    };
    const press = () => {
      isPressing = true;
    };
    const release = () => {
      isPressing = false;
      check();
    };
    check();
    document.addEventListener("focusin", check);
    document.addEventListener("focusout", check);
    document.addEventListener("pointerdown", press, true);
    document.addEventListener("pointerup", release, true);
    document.addEventListener("pointercancel", release, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", check);
      document.removeEventListener("focusout", check);
      document.removeEventListener("pointerdown", press, true);
      document.removeEventListener("pointerup", release, true);
      document.removeEventListener("pointercancel", release, true);
    };
  }, [held, isUntouchedBoard]);

  useFocusAfterTurn(isFirst);
  return { isFirst, hold: useCallback((page: HTMLElement) => setHeld(page), []) };
}

/** Nobody has put anything down yet. */
const isUntouched = (board: BoardState): boolean =>
  Object.values(board.order).every((ids) => ids.length === 0) &&
  board.removed.length === 0 &&
  board.facts.severity === null &&
  Object.values(board.texts).every((text) => plainText(text).trim() === "");

/** Something of the page is in use: a caret is in it, its form is open, or a menu or a dialog is. */
function isUsed(page: HTMLElement): boolean {
  const active = document.activeElement;
  if (page.querySelector("[data-event-composer]")) return true;
  if (active?.closest("[role=menu], [role=listbox], [role=dialog]")) return true;
  return page.contains(active) && active?.matches(fields) === true;
}

const fields = "input, textarea, [contenteditable=true]";

/** Where the page was left behind with the focus on it, the focus goes on to “Add event”. */
function useFocusAfterTurn(isFirst: boolean): void {
  const wasFirst = useRef(isFirst);
  useEffect(() => {
    const hasTurned = wasFirst.current && !isFirst;
    wasFirst.current = isFirst;
    if (!hasTurned || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>("[data-add-event]")?.focus({ preventScroll: true });
  }, [isFirst]);
}
