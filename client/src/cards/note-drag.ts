// Dragging a note or a group with a pointer: to another place, to another list, or onto another note. Keys and the menu do
// the same.
import { useState, type DragEvent } from "react";
import { invariant, readCardId, type CardId, type SectionId } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
import { useLift } from "../ui/use-lift.ts";
import { groupTogether } from "./group-notes.ts";
import { moveBefore } from "./move-note.ts";

interface Dragged {
  readonly id: CardId;
  readonly section: SectionId;
}

/** What is in hand: one thing at a time on one screen, and browsers do not tell it while it hovers. */
let dragged: Dragged | undefined;

/** Ours alone, so that nothing else takes a note for text. */
const dataType = "application/x-second-story-card";

/** What makes a note draggable, and whether it is in hand. */
export function useNoteDrag(id: CardId, section: SectionId | undefined, isOff: boolean) {
  return useLift({
    id,
    dataType,
    isOff: isOff || section === undefined,
    onHold: (isInHand) => {
      dragged = undefined;
      if (!isInHand) return;
      invariant(section !== undefined, "only a note that is drawn can be dragged");
      dragged = { id, section };
    },
  });
}

/** Where a note would go if it were let go here: before a row, at the end of the list, or onto a row. */
interface Spot {
  readonly before: CardId | "end" | undefined;
  readonly onto: CardId | undefined;
}

const nowhere: Spot = { before: undefined, onto: undefined };

interface NoteDrop {
  readonly section: SectionId;
  /** From where else it takes notes. */
  readonly accepts: readonly SectionId[];
  /** Notes can be dropped onto each other. */
  readonly isGrouping: boolean;
  /** Sorted by something else than by hand: what comes from elsewhere goes to the end, its own stay. */
  readonly isSorted: boolean;
}

/** What makes a list a place to drop notes on. */
export function useNoteDrop({
  section,
  accepts,
  isGrouping,
  isSorted,
}: NoteDrop): Spot & { readonly dropProps: object } {
  const session = useSession();
  const [spot, setSpot] = useState(nowhere);
  const isWelcome = () =>
    dragged !== undefined && (dragged.section === section || accepts.includes(dragged.section));
  const show = (next: Spot) =>
    setSpot((last) => (last.before === next.before && last.onto === next.onto ? last : next));
  const spotUnder = ({ currentTarget, clientY }: DragEvent<HTMLElement>): Spot => {
    const found = spotAt(currentTarget, clientY, isGrouping);
    if (!isSorted || found.before === undefined) return found;
    return dragged?.section === section ? nowhere : { before: "end", onto: undefined };
  };
  const dropProps = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!isWelcome()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      show(spotUnder(event));
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const { relatedTarget, currentTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) show(nowhere);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      show(nowhere);
      if (!dragged || !isWelcome()) return;
      event.preventDefault();
      const { before, onto } = spotUnder(event);
      if (onto !== undefined) groupTogether(session, dragged.id, onto);
      else if (before !== undefined && before !== dragged.id)
        moveBefore(session, dragged.id, section, before === "end" ? undefined : before);
    },
  };
  return { ...spot, dropProps };
}

/** How far from the edge of a row one drops beside it, at most: a finger's width in two rows and the gap between them. */
const edgePx = 14;

/** In the middle of a row, onto it; else before the first row whose middle lies below the pointer. */
function spotAt(list: HTMLElement, y: number, isGrouping: boolean): Spot {
  for (const item of list.querySelectorAll<HTMLElement>("[data-card]")) {
    const { top, height } = item.getBoundingClientRect();
    const id = readCardId(item.dataset["card"]);
    const edge = Math.min(edgePx, height / 4);
    if (isGrouping && y > top + edge && y < top + height - edge) {
      // what is in hand, or comes out of this very row, is not put to itself
      const isOwn =
        dragged && (id === dragged.id || item.querySelector(`[data-in-hand="${dragged.id}"]`));
      return isOwn ? nowhere : { before: undefined, onto: id };
    }
    if (y < top + height / 2) return { before: id ?? "end", onto: undefined };
  }
  return { before: "end", onto: undefined };
}
