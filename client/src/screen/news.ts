// What is new to this person since their last visit, as far as this screen still tells it.
import type { News } from "@secondstory/shared";
import { create } from "zustand";

interface NewsState {
  /** Empty on a first visit, where nothing happened, and once it was dismissed. */
  readonly news: readonly News[];
  /** From here on nothing of it is new. */
  readonly dismiss: () => void;
}

/** Nothing is told. */
export const noNews: NewsState = { news: [], dismiss: () => {} };

/** What is told. panels/follow-visit.ts keeps it. */
export const useNews = create<NewsState>()(() => noNews);
