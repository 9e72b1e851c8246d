// Which columns of a phase are hidden.
import { useMemo } from "react";
import { isWritingHidden, type HideableSectionId } from "@secondstory/shared";
import { useControl } from "../../room/use-room.ts";

/** The hidden ones of these, which are always the same list; a new list only when one is hidden or revealed. */
export function useHiddenColumns<Id extends HideableSectionId>(
  columns: readonly Id[],
): readonly Id[] {
  const ids = useControl((control) =>
    columns.filter((section) => isWritingHidden(control, section)).join(" "),
  );
  return useMemo(() => columns.filter((id) => ids.split(" ").includes(id)), [columns, ids]);
}
