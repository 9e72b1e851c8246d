// Which note or group is about to be put to another one, by the list that is searched.
import { create } from "zustand";
import type { CardId } from "@secondstory/shared";

interface GroupingState {
  readonly card: CardId | undefined;
}

/** The one for which a place is being looked for; undefined while the list is closed. */
export const useGrouping = create<GroupingState>()(() => ({ card: undefined }));

/** Opens the list of what it could be put to. */
export const openGroupWith = (card: CardId): void => useGrouping.setState({ card });

/** Closes the list. */
export const closeGroupWith = (): void => useGrouping.setState({ card: undefined });
