// What is asked about on this screen: a card to erase for good, or everything that was deleted.
import { create } from "zustand";
import type { CardId } from "@secondstory/shared";

interface ErasingState {
  readonly asked: CardId | "deleted" | undefined;
}

/** What the dialog asks about. */
export const useErasing = create<ErasingState>()(() => ({ asked: undefined }));

/** Asks whether a card is to be erased, or what was deleted. */
export const askToErase = (asked: CardId | "deleted"): void => useErasing.setState({ asked });

export const stopAsking = (): void => useErasing.setState({ asked: undefined });
