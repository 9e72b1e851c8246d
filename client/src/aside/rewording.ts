// Which folded note I am rewording on this screen.
import { create } from "zustand";
import type { CardId } from "@secondstory/shared";
import { openPanel } from "../screen/panels.ts";

/** The note that the dialog is about; undefined takes the latest. */
export const useRewording = create<{ readonly card: CardId | undefined }>()(() => ({
  card: undefined,
}));

/** Opens the dialog at a note. */
export function reword(card: CardId | undefined): void {
  useRewording.setState({ card });
  openPanel("reword");
}
