// Whether the question is open with how many votes a vote begins.
import { create } from "zustand";

interface VoteDialogState {
  readonly isOpen: boolean;
}

/** Whether it is asked. */
export const useVoteDialog = create<VoteDialogState>()(() => ({ isOpen: false }));

/** Asks how many votes everybody gets. */
export const openVoteDialog = (): void => useVoteDialog.setState({ isOpen: true });

/** Asks no longer. */
export const closeVoteDialog = (): void => useVoteDialog.setState({ isOpen: false });
