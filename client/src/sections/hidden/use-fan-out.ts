// The reveal as it is seen: the notes that have just come leave the pile one after the other, all within 600 ms. Whoever
// wants no motion sees them fade in.
import { useLayoutEffect, useRef } from "react";
import type { CardId } from "@secondstory/shared";

/** From one note to the next, and for all of them together, whatever their number. */
const stepMs = 24;
const wholeMs = 600;
const moveMs = 200;
const fadeMs = 120;

/** How long before and after the moment of the reveal a note belongs to it: two documents tell of it, one after the other. */
const aroundMs = 3_000;

/**
 * Moves the notes of a list when its column is revealed before my eyes. `list` holds them, each in an element with its id as
 * `data-card`.
 */
export function useFanOut(
  list: { readonly current: HTMLElement | null },
  ids: readonly CardId[],
  isHidden: boolean,
): void {
  const came = useRef<Map<CardId, number>>(undefined);
  const revealedAt = useRef<number>(undefined);
  const wasHidden = useRef(isHidden);
  useLayoutEffect(() => {
    const now = performance.now();
    const known = came.current;
    came.current = new Map(ids.map((id) => [id, known?.get(id) ?? (known ? now : -Infinity)]));
    const isRevealed = wasHidden.current && !isHidden;
    wasHidden.current = isHidden;
    if (isHidden) revealedAt.current = undefined;
    if (isRevealed) revealedAt.current = now;
    if (revealedAt.current === undefined || now - revealedAt.current > aroundMs) return;
    const isNew = (id: CardId) =>
      isRevealed ? now - (came.current?.get(id) ?? 0) < aroundMs : !known?.has(id);
    fanOut(list.current, ids.filter(isNew));
  }, [list, ids, isHidden]);
}

function fanOut(list: HTMLElement | null, ids: readonly CardId[]): void {
  const notes = ids.flatMap(
    (id) => list?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? [],
  );
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const top = notes[0]?.offsetTop ?? 0;
  const step = Math.min(stepMs, (wholeMs - moveMs) / notes.length);
  notes.forEach((note, index) => {
    const frames = isStill
      ? [{ opacity: 0 }, { opacity: 1 }]
      : [
          { opacity: 0, translate: `0 ${top - note.offsetTop}px` },
          { opacity: 1, translate: "0 0" },
        ];
    note.animate(frames, {
      duration: isStill ? fadeMs : moveMs,
      delay: isStill ? 0 : index * step,
      easing: "cubic-bezier(.2,.7,.2,1)",
      fill: "backwards",
    });
  });
}
