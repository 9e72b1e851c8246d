// Everything on a board, as data for programs.
import type { BoardId, BoardState, ControlState } from "@secondstory/shared";

/** The JSON export of a board. `version` rises when something in it changes its meaning. Whoever is at the door is not on the board. */
export const boardData = (id: BoardId, control: ControlState, board: BoardState) => ({
  format: "second-story" as const,
  version: 1 as const,
  id,
  control: { ...control, door: { ...control.door, knocks: {} } },
  board,
});
