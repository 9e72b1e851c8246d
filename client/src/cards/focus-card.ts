// Where the focus goes when a card has moved, gone or come back: to the card, wherever it stands.
import type { CardId } from "@secondstory/shared";

/** Marks what gets the focus when its card does. */
export const cardFocus = (id: CardId) => ({ "data-card-focus": id });

/** Focuses a card once it is drawn. Where it is not on this screen, `otherwise` decides. */
export function focusCard(id: CardId, otherwise?: () => void): void {
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>(`[data-card-focus="${CSS.escape(id)}"]`);
    if (target) target.focus();
    else otherwise?.();
  });
}
