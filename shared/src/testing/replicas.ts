// Several copies of one board without a network: what one writes, another hears when the test says so, and not before.
import * as Y from "yjs";
import { openBoard, type Board } from "../board/board.ts";
import { createBoardView, type BoardView } from "../board/projection.ts";
import { createUndoManager } from "../board/undo.ts";
import { build } from "./build.ts";

/** The origin of what an editor writes, as its sync key is in the browser. */
export const typing = "typing";

/** One person's copy of the board, with everything a browser keeps about it. */
export interface Replica {
  /** 1, 2, 3 …: also the client id of its document. */
  readonly number: number;
  readonly board: Board;
  readonly view: BoardView;
  readonly undo: Y.UndoManager;
}

/** How a replica is made. A test that breaks a rule on purpose passes its own. */
export interface ReplicaParts {
  readonly view: (board: Board) => BoardView;
  readonly undo: (board: Board) => Y.UndoManager;
}

/**
 * Copies of one board, one for each person, all with what is on `base`. Client ids are fixed, so a run can be told again.
 * A pause between two keystrokes is `undo.stopCapturing()`, never the clock.
 */
export class Replicas {
  readonly all: readonly Replica[];

  constructor(count: number, base: Board = build(), parts: Partial<ReplicaParts> = {}) {
    const told = Y.encodeStateAsUpdate(base.doc);
    this.all = Array.from({ length: count }, (_, index) => replica(index + 1, told, parts));
  }

  /** The copy of one person, by number from 0; numbers beyond the last start again, so any number means somebody. */
  at(index: number): Replica {
    const found = this.all[index % this.all.length];
    if (!found) throw new RangeError("There is nobody here.");
    return found;
  }

  /** Brings to one copy what another has and it lacks. */
  tell(from: number, to: number): void {
    const { doc } = this.at(to).board;
    const news = Y.encodeStateAsUpdate(this.at(from).board.doc, Y.encodeStateVector(doc));
    Y.applyUpdate(doc, news, "remote");
  }

  /** Everybody hears everything: all tell the first, and the first tells all. */
  settle(): void {
    for (const index of this.all.keys()) this.tell(index, 0);
    for (const index of this.all.keys()) this.tell(0, index);
  }
}

function replica(number: number, told: Uint8Array, parts: Partial<ReplicaParts>): Replica {
  const doc = new Y.Doc();
  doc.clientID = number;
  const board = openBoard(doc);
  Y.applyUpdate(doc, told, "remote");
  const undo = (parts.undo ?? ((open) => createUndoManager(open, typing)))(board);
  undo.captureTimeout = Number.MAX_SAFE_INTEGER; // the clock ends no step here
  return { number, board, view: (parts.view ?? createBoardView)(board), undo };
}
