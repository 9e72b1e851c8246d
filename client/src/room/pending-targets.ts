// What a transaction of this browser changed, as the list of what waits names it.
import * as Y from "yjs";
import { sharedTexts, type Board, type Private, type SharedTextId } from "@secondstory/shared";

/** Where a change is, and what kind of thing was changed. */
export interface Target {
  /** The id of a card, a draft or a shared text. */
  readonly target: string;
  /** The section of a card or a draft is looked up by whoever shows it. */
  readonly kind: "card" | "text" | "fact" | "draft";
}

type AnyType = Y.AbstractType<unknown> | Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

/** The cards, texts and facts that a transaction changed on the board, each once. */
export function targetsOfBoard(board: Board, transaction: Y.Transaction): Iterable<Target> {
  const targets = new Map<string, Target>();
  const put = (target: string, kind: Target["kind"]) => targets.set(target, { target, kind });
  for (const [type, keys] of transaction.changed) {
    const root = pathFrom(board, type);
    if (root === "cards") for (const key of keys) put(key ?? "", "card");
    else if (root === "facts") put("facts", "fact");
    else if (root) put(root.id, root.kind);
  }
  return targets.values();
}

function pathFrom(
  board: Board,
  changed: AnyType,
): "cards" | "facts" | { readonly id: string; readonly kind: "card" | "text" } | undefined {
  let type: unknown = changed;
  if (type === board.cards) return "cards";
  if (type === board.facts) return "facts";
  while (type instanceof Y.AbstractType) {
    const textId: SharedTextId | undefined = sharedTexts.find((id) => board.texts[id] === type);
    if (textId) return { id: textId, kind: "text" };
    const parent: unknown = type.parent;
    if (parent === board.cards) return { id: type._item?.parentSub ?? "", kind: "card" };
    type = parent;
  }
  return undefined;
}

/** The drafts that a transaction changed in a private document, each once. Nothing else in there is counted. */
export function targetsOfPrivate(own: Private, transaction: Y.Transaction): Iterable<Target> {
  const ids = new Set<string>();
  for (const [type, keys] of transaction.changed) {
    if (Object.is(type, own.drafts)) for (const key of keys) ids.add(key ?? "");
    else {
      const id = draftAbove(own, type);
      if (id !== undefined) ids.add(id);
    }
  }
  return [...ids].map((target) => ({ target, kind: "draft" }) as const);
}

function draftAbove(own: Private, changed: AnyType): string | undefined {
  let type: unknown = changed;
  while (type instanceof Y.AbstractType) {
    if (Object.is(type.parent, own.drafts)) return type._item?.parentSub ?? undefined;
    type = type.parent;
  }
  return undefined;
}
