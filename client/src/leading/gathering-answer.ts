// What this person has answered when everyone was asked to a place.
import { create } from "zustand";
import { ofOneBoard } from "../screen/of-one-board.ts";

interface GatheringAnswer {
  /** The last time they answered: the moment at which they were asked, by the server's clock. */
  readonly at: number;
}

/** Kept while the page is open: after a reload the question comes once more. */
export const useGatheringAnswer = ofOneBoard(create<GatheringAnswer>()(() => ({ at: 0 })));

/** They went there, or closed the question. */
export const answerGathering = (at: number): void =>
  useGatheringAnswer.setState((last) => ({ at: Math.max(last.at, at) }));
