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
} from "./storage.ts";

/** The calls on boards, run on this database. */
export function sqliteBoards(database: DatabaseSync, docs: SqliteDocs) {
  const addBoard = database.prepare("INSERT INTO boards (id, created_at) VALUES (?, ?)");
  const readBoard = database.prepare("SELECT created_at FROM boards WHERE id = ?");
  const dropBoard = database.prepare("DELETE FROM boards WHERE id = ?");
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
      addBoard.run(id, createdAt);
      for (const secret of secrets) addSecret(id, secret, createdAt);
      for (const { doc, update } of seeds) docs.append(id, doc, [update]);
    },

    readBoard(board: BoardId): { readonly createdAt: number } | undefined {
      const row = readBoard.get(board);
      return row && { createdAt: Number(row["created_at"]) };
    },

    deleteBoard(board: BoardId): boolean {
      docs.forget(board);
      return Number(dropBoard.run(board).changes) > 0;
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
