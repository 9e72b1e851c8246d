// What a meeting that ends leaves unfinished: counts of things, never of people. Ending tells it; nothing is locked by it.
import type { BoardState } from "../board/projection.ts";
import { hasOwner } from "../sections/actions.ts";
import type { ControlState } from "./control.ts";
import { coverageOf, lessonItems, timelineItems, walkedOf } from "./walk.ts";

/** What can be unfinished. */
export type StillOpenKind = "drafts" | "unseen" | "questions" | "actions";

type Count = (board: BoardState, control: ControlState) => number;

/** What can be unfinished, in the order in which it is told, and how much of it is. */
const counts: Readonly<Record<StillOpenKind, Count>> = {
  /** Notes that are written and hidden, as of the last batch of their counts. */
  drafts: (_board, { writing }) =>
    Object.values(writing).reduce((sum, { isHidden, notes }) => sum + (isHidden ? notes : 0), 0),
  /** Events and notes that the group has not looked at together, of those that are walked. */
  unseen: (board, control) => {
    const items = [...timelineItems(board.order.timeline), ...lessonItems(board, control)];
    return coverageOf(walkedOf(items, board, control), control).open.length;
  },
  /** Questions without an answer. */
  questions: (board) => board.questions.open.length,
  /** Actions that nobody sees to. */
  actions: ({ order, cards }) =>
    order.actions.filter((id) => {
      const card = cards[id];
      return card?.section === "actions" && !hasOwner(card.fields.owner);
    }).length,
};

/** So many things of a kind. */
export interface StillOpen {
  readonly kind: StillOpenKind;
  readonly count: number;
}

/** Everything that is unfinished; a kind of which there is nothing is left out. */
export const stillOpen = (board: BoardState, control: ControlState): readonly StillOpen[] =>
  (Object.keys(counts) as StillOpenKind[])
    .map((kind) => ({ kind, count: counts[kind](board, control) }))
    .filter(({ count }) => count > 0);

/** Whether check-out was held, or is being held. */
export const hasHeldCheckOut = ({ phase, plan }: Pick<ControlState, "phase" | "plan">): boolean =>
  phase === "check-out" || (plan.run?.spentMs["check-out"] ?? 0) > 0;
