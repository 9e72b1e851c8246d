// Where the group is on its walk through a list of items: the item in focus, its neighbours, and how much was seen.
import { useMemo } from "react";
import {
  coverageOf,
  nextOpen,
  readCardId,
  stepFrom,
  walkedOf,
  type Coverage,
  type WalkItem,
} from "@secondstory/shared";
import { useBoard, useControl } from "../room/use-room.ts";
import { useItemInFocus } from "./use-focus.ts";

export interface WalkState {
  /** All items there are, and those of them that are walked. */
  readonly items: readonly WalkItem[];
  readonly walked: readonly WalkItem[];
  /** The item in focus, if it is one of these. */
  readonly current: WalkItem | undefined;
  /** Its number among the walked, from 1; undefined where it is none of them. */
  readonly number: number | undefined;
  readonly next: WalkItem | undefined;
  readonly previous: WalkItem | undefined;
  /** The next of which something was neither seen nor passed over. */
  readonly nextOpen: WalkItem | undefined;
  /** Of what is walked. */
  readonly coverage: Coverage;
}

/** Follows a walk. `items` is the same list until an item comes, goes or moves. */
export function useWalk(items: readonly WalkItem[]): WalkState {
  const walk = useControl((control) => control.walk);
  const seen = useControl((control) => control.seen);
  const inFocus = useItemInFocus();
  // As text, which is the same value while the list says the same.
  const ids = useBoard((board) =>
    walk === "all"
      ? undefined
      : walkedOf(items, board, { walk })
          .map(({ id }) => id)
          .join(" "),
  );
  const walked = useMemo(() => {
    if (ids === undefined) return items;
    const among = new Set(ids.split(" ").map(readCardId));
    return items.filter(({ id }) => among.has(id));
  }, [items, ids]);
  return useMemo(() => {
    const current = items.find(
      ({ id, cards }) => id === inFocus || cards.some((c) => c === inFocus),
    );
    const at = walked.findIndex(({ id }) => id === current?.id);
    return {
      items,
      walked,
      current,
      number: at < 0 ? undefined : at + 1,
      next: stepFrom(items, walked, current?.id, 1),
      previous: current && stepFrom(items, walked, current.id, -1),
      nextOpen: nextOpen(walked, { seen }, current?.id),
      coverage: coverageOf(walked, { seen }),
    };
  }, [items, walked, inFocus, seen]);
}
