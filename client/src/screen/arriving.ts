// The card this screen is on its way to: by its link, or stepping through what is new. Whoever draws cards in parts shows the
// part it is in; once it is drawn, panels/arrival.tsx brings it into sight.
import type { CardId, SectionId } from "@secondstory/shared";
import { create } from "zustand";

interface Destination {
  readonly card: CardId;
  readonly section: SectionId;
  /** Where the focus goes back to, if it was meant to stay there. */
  readonly returnTo: HTMLElement | undefined;
}

interface ArrivingState {
  readonly to: Destination | undefined;
}

/** Where this screen is going; undefined once it is there. */
export const useArriving = create<ArrivingState>()(() => ({ to: undefined }));

/** Goes to a card, in place of another. */
export const goTo = (to: Destination): void => useArriving.setState({ to });

/** It is there, or is not going any more. */
export const arrived = (): void => useArriving.setState({ to: undefined });
