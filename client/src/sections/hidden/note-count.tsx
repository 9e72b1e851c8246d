// How many notes there are in a column: those that can be read, and those that wait hidden.
import { Plural, Trans } from "@lingui/react/macro";
import type { HideableSectionId } from "@secondstory/shared";
import { useBoard } from "../../room/use-room.ts";
import { useIsSharing } from "../../screen/sharing.ts";
import { useHiddenCount, useIsHidden } from "./use-writing.ts";

interface NoteCountProps {
  readonly section: HideableSectionId;
}

/** In words. */
export function NoteCount({ section }: NoteCountProps) {
  const { all, mine } = useCount(section);
  const isCovered = useIsSharing();
  if (all === 0) return <Trans>no notes yet</Trans>;
  if (mine === 0 || isCovered) return <Plural value={all} one="# note" other="# notes" />;
  return (
    <>
      <Plural value={all} one="# note" other="# notes" />, <Trans>{mine} of them yours</Trans>
    </>
  );
}

/** As a number alone. */
export const NoteNumber = ({ section }: NoteCountProps) => useCount(section).all;

function useCount(section: HideableSectionId): { readonly all: number; readonly mine: number } {
  const isHidden = useIsHidden(section);
  const shown = useBoard((board) => board.order[section].length);
  const { mine, others } = useHiddenCount(section);
  return isHidden ? { all: shown + mine + others, mine } : { all: shown, mine: 0 };
}
