// What waits of a whole visit: changes to the board, and to my own drafts, in one list.
import type * as Y from "yjs";
import {
  erasedByServer,
  quietEdit,
  type Board,
  type DocName,
  type Private,
} from "@secondstory/shared";
import { trackPendingChanges, type PendingChange, type PendingChanges } from "./pending-changes.ts";
import { targetsOfBoard, targetsOfPrivate } from "./pending-targets.ts";

/** What waits of a visit. */
export interface PendingOfSession {
  /** Oldest first; the same list until something comes or goes. */
  readonly list: () => readonly PendingChange[];
  /** The oldest message that is sent and not on disk: of the board its number, of the private document minus its number. */
  readonly oldestUnconfirmed: () => number | undefined;
  /** What a connection of one document tells of itself. Nothing waits of the control document. */
  readonly of: (name: DocName) => PendingChanges | undefined;
  readonly forget: (target: string) => void;
  readonly restore: (changes: readonly PendingChange[]) => void;
  readonly destroy: () => void;
}

/** Follows what this browser changes in both documents. `onChange` hears of every new list and of what is confirmed. */
export function trackSession(board: Board, own: Private, onChange: () => void): PendingOfSession {
  const isMine = ({ origin }: Y.Transaction) => origin !== quietEdit && origin !== erasedByServer;
  const ofBoard = trackPendingChanges(
    board.doc,
    (transaction) => targetsOfBoard(board, transaction),
    isMine,
    onChange,
    Date.now,
  );
  const ofPrivate = trackPendingChanges(
    own.doc,
    (transaction) => targetsOfPrivate(own, transaction),
    isMine,
    onChange,
    Date.now,
  );
  const both = [ofBoard, ofPrivate];
  let latest: readonly (readonly PendingChange[])[] = [];
  let together: readonly PendingChange[] = [];
  return {
    list: () => {
      const lists = both.map((one) => one.list());
      if (lists.some((list, index) => list !== latest[index])) {
        latest = lists;
        together = lists.flat().toSorted((a, b) => a.at - b.at);
      }
      return together;
    },
    oldestUnconfirmed: () => {
      const mine = ofPrivate.oldestUnconfirmed();
      return ofBoard.oldestUnconfirmed() ?? (mine && -mine);
    },
    of: (name) => ({ board: ofBoard, private: ofPrivate, control: undefined })[name],
    forget: ofBoard.forget,
    restore: (changes) => {
      ofBoard.restore(changes.filter(({ kind }) => kind !== "draft"));
      ofPrivate.restore(changes.filter(({ kind }) => kind === "draft"));
    },
    destroy: () => both.forEach((one) => one.destroy()),
  };
}
