// The event whose questions are open on this screen: one at a time.
import { create } from "zustand";
import type { CardId } from "@secondstory/shared";

interface ShownQuestions {
  readonly event: CardId | undefined;
  /** Whether the field of a new question is open too. */
  readonly isAsking: boolean;
}

/** Whose questions are open. */
export const useShownQuestions = create<ShownQuestions>()(() => ({
  event: undefined,
  isAsking: false,
}));

/** Opens the questions of an event, in place of another's; `isAsking` opens the field of a new one as well. */
export const showQuestions = (event: CardId, isAsking = false): void =>
  useShownQuestions.setState({ event, isAsking });

/** Closes them. What was being written is kept. */
export const hideQuestions = (): void =>
  useShownQuestions.setState({ event: undefined, isAsking: false });
