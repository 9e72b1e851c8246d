// Who else writes in a card, as a tag at its corner shows it.
import { useControl, useWriterOf } from "../room/use-room.ts";
import { useMemo } from "react";

/** The other person who writes in a card or a shared text, with the number of their colour. */
export function useWriter(
  target: string,
): { readonly name: string; readonly colour: number } | undefined {
  const id = useWriterOf(target);
  const person = useControl((control) => (id === undefined ? undefined : control.roster[id]));
  return useMemo(
    () => person && { name: person.name, colour: (person.joinOrder % 8) + 1 },
    [person],
  );
}
