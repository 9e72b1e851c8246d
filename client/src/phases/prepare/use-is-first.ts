// Whether the board is as it was made: then Prepare asks for a title and offers the link.
import { useState } from "react";
import { plainText, type BoardState } from "@secondstory/shared";
import { useBoard, useDraft } from "../../room/use-room.ts";

/** Nobody has put anything down yet. */
const isUntouched = (board: BoardState): boolean =>
  Object.values(board.order).every((ids) => ids.length === 0) &&
  board.removed.length === 0 &&
  board.facts.severity === null &&
  Object.values(board.texts).every((text) => plainText(text).trim() === "");

/**
 * Whoever has begun on the first page stays there: nothing that others add may take the page from under a caret. After a
 * reload it is there until the title that was typed on it has reached the server.
 */
export function useIsFirst(): { readonly isFirst: boolean; readonly stay: () => void } {
  const untouched = useBoard(isUntouched);
  const [unsentTitle] = useDraft("board.title");
  const [isStaying, setStaying] = useState(false);
  return { isFirst: untouched || isStaying || unsentTitle !== "", stay: () => setStaying(true) };
}
