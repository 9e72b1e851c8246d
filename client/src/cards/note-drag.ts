// Dragging a note with a pointer, to another place or another list. Keys and the menu do the same.
import { useState, type DragEvent } from "react";
import { invariant, readCardId, type CardId, type SectionId } from "@secondstory/shared";
import { useSession } from "../room/use-session.ts";
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
  const [isLifted, setLifted] = useState(false);
  const dragProps = {
    draggable: !isOff && section !== undefined,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      invariant(section !== undefined, "only a note that is drawn can be dragged");
      dragged = { id, section };
      event.dataTransfer.setData(dataType, id);
      event.dataTransfer.effectAllowed = "move";
      setLifted(true);
    },
    onDragEnd: () => {
      dragged = undefined;
      setLifted(false);
    },
  };
  return { isLifted, dragProps };
}

/** Where a note would go if it were let go here: before a card, or at the end of the list. */
export type DropPlace = CardId | "end" | undefined;

/** What makes a list a place to drop notes on. It takes its own, and those of the sections it accepts. */
export function useNoteDrop(section: SectionId, accepts: readonly SectionId[]) {
  const session = useSession();
  const [place, setPlace] = useState<DropPlace>(undefined);
  const isWelcome = () =>
    dragged !== undefined && (dragged.section === section || accepts.includes(dragged.section));
  const dropProps = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!isWelcome()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setPlace(placeAt(event.currentTarget, event.clientY));
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const { relatedTarget, currentTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
        setPlace(undefined);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      setPlace(undefined);
      if (!dragged || !isWelcome()) return;
      event.preventDefault();
      const to = placeAt(event.currentTarget, event.clientY);
      if (to !== dragged.id)
        moveBefore(session, dragged.id, section, to === "end" ? undefined : to);
    },
  };
  return { place, dropProps };
}

/** The first card whose middle lies below the pointer. */
function placeAt(list: HTMLElement, y: number): CardId | "end" {
  for (const item of list.querySelectorAll<HTMLElement>("[data-card]")) {
    const { top, height } = item.getBoundingClientRect();
    if (y < top + height / 2) return readCardId(item.dataset["card"]) ?? "end";
  }
  return "end";
}
