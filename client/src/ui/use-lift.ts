// What makes something draggable with a pointer, and whether it is in hand.
import { useState, type DragEvent } from "react";

interface Lift {
  readonly id: string;
  /** Ours alone, so that nothing else takes it for text. */
  readonly dataType: string;
  readonly isOff: boolean;
  /** It is in hand now, or no longer: browsers do not tell what it is while it hovers. */
  readonly onHold: (isInHand: boolean) => void;
}

/** The properties of the element that is lifted. */
export function useLift({ id, dataType, isOff, onHold }: Lift) {
  const [isLifted, setLifted] = useState(false);
  const dragProps = {
    draggable: !isOff,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.stopPropagation(); // a note in a group is lifted out of it, not the group
      onHold(true);
      event.dataTransfer.setData(dataType, id);
      event.dataTransfer.effectAllowed = "move";
      setLifted(true);
    },
    onDragEnd: () => {
      onHold(false);
      setLifted(false);
    },
  };
  return { isLifted, dragProps };
}
