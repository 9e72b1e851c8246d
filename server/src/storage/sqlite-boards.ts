// Boards in SQLite, and the requests that were seen.
import type { DatabaseSync } from "node:sqlite";
import type { BoardId } from "@secondstory/shared";
import { sqliteAccess } from "./sqlite-access.ts";
import type { SqliteDocs } from "./sqlite-docs.ts";
import {
  rememberedRequests,
  StorageFailure,
  type Decision,
  type DeviceLinkUse,
  type NewBoard,
  type StoredBoard,
} from "./storage.ts";

/** The calls on boards, run on this database. */
export function sqliteBoards(database: DatabaseSync, docs: SqliteDocs) {
  const addBoard = database.prepare(
    "INSERT INTO boards (id, created_at, opened_at) VALUES (:id, :at, :at)",
  );
  const readBoard = database.prepare(
    "SELECT created_at, opened_at, erasures FROM boards WHERE id = ?",
  );
  const dropBoard = database.prepare("DELETE FROM boards WHERE id = ?");
  const noteDeleted = database.prepare("INSERT INTO deleted_boards (id, at) VALUES (?, ?)");
  const readDeleted = database.prepare("SELECT 1 FROM deleted_boards WHERE id = ?");
  const noteOpened = database.prepare(
    "UPDATE boards SET opened_at = :at WHERE id = :id AND opened_at < :at",
  );
  const readUnopened = database.prepare(
    "SELECT id FROM boards WHERE opened_at < ? ORDER BY opened_at LIMIT ?",
  );
  const noteErased = database.prepare("UPDATE boards SET erasures = ? WHERE id = ?");
  const dropQuarantine = database.prepare("DELETE FROM quarantine WHERE board = ?");
  const addRequest = database.prepare("INSERT OR IGNORE INTO requests (board, id) VALUES (?, ?)");
  const readRequest = database.prepare("SELECT 1 FROM requests WHERE board = ? AND id = ?");
  const dropOldRequests = database.prepare(
    `DELETE FROM requests WHERE board = :board AND position <=
       (SELECT position FROM requests WHERE board = :board ORDER BY position DESC LIMIT 1 OFFSET ${rememberedRequests})`,
  );
  const probe = database.prepare("INSERT OR REPLACE INTO probe (id, at) VALUES (1, ?)");
  const { addSecret, change, ...access } = sqliteAccess(database);

  const mustBeThere = (board: BoardId) => {
    if (!readBoard.get(board)) throw new StorageFailure("board-gone", "there is no such board");
  };

  return {
    listSecrets: access.listSecrets,
    listLinkUses: access.listLinkUses,
    findSeat: access.findSeat,

    createBoard({ id, createdAt, secrets, docs: seeds }: NewBoard): void {
      addBoard.run({ id, at: createdAt });
      for (const secret of secrets) addSecret(id, secret, createdAt);
      for (const { doc, update } of seeds) docs.append(id, doc, [update]);
    },

    readBoard(board: BoardId): StoredBoard | undefined {
      const row = readBoard.get(board);
      return (
        row && {
          createdAt: Number(row["created_at"]),
          openedAt: Number(row["opened_at"]),
          erasures: Number(row["erasures"]),
        }
      );
    },

    deleteBoard(board: BoardId, at: number): boolean {
      docs.forget(board);
      if (Number(dropBoard.run(board).changes) === 0) return false;
      noteDeleted.run(board, at);
      return true;
    },

    wasDeleted: (board: BoardId): boolean => readDeleted.get(board) !== undefined,

    noteOpened(board: BoardId, at: number): void {
      noteOpened.run({ id: board, at });
    },

    listUnopened: (since: number, limit: number): readonly BoardId[] =>
      readUnopened.all(since, limit).map((row) => row["id"] as BoardId), // only ids are ever written

    noteErased(board: BoardId, erasures: number): void {
      if (Number(noteErased.run(erasures, board).changes) === 0)
        throw new StorageFailure("board-gone", "there is no such board");
    },

    dropQuarantine(board: BoardId): void {
      dropQuarantine.run(board);
    },

    decide(
      board: BoardId,
      { at, updates, access: changes, requestId }: Decision,
    ): number | undefined {
      mustBeThere(board);
      let position: number | undefined;
      for (const { doc, update } of updates ?? []) position = docs.append(board, doc, [update]);
      for (const one of changes ?? []) change(board, one, at);
      if (requestId !== undefined) {
        addRequest.run(board, requestId);
        dropOldRequests.run({ board });
      }
      return position;
    },

    hasSeen: (board: BoardId, requestId: string): boolean =>
      readRequest.get(board, requestId) !== undefined,

    useDeviceLink(board: BoardId, use: Parameters<typeof access.useDeviceLink>[1]): DeviceLinkUse {
      mustBeThere(board);
      return access.useDeviceLink(board, use);
    },

    check(): void {
      probe.run(Date.now());
    },
  };
}
