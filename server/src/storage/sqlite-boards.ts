// Boards in SQLite with their secrets, their seats and the requests that were seen.
import type { DatabaseSync } from "node:sqlite";
import type { BoardId, ParticipantId, Role } from "@secondstory/shared";
import type { SqliteDocs } from "./sqlite-docs.ts";
import {
  rememberedRequests,
  StorageFailure,
  type AccessChange,
  type Decision,
  type KeyHash,
  type NewBoard,
  type StoredBoard,
  type StoredSeat,
  type StoredSecret,
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
  const readSecrets = database.prepare(
    "SELECT hash, role, switched_off_at FROM secrets WHERE board = ?",
  );
  const readSeat = database.prepare(
    "SELECT participant FROM seats WHERE board = ? AND token_hash = ?",
  );
  const addRequest = database.prepare("INSERT OR IGNORE INTO requests (board, id) VALUES (?, ?)");
  const readRequest = database.prepare("SELECT 1 FROM requests WHERE board = ? AND id = ?");
  const dropOldRequests = database.prepare(
    `DELETE FROM requests WHERE board = :board AND position <=
       (SELECT position FROM requests WHERE board = :board ORDER BY position DESC LIMIT 1 OFFSET ${rememberedRequests})`,
  );
  const probe = database.prepare("INSERT OR REPLACE INTO probe (id, at) VALUES (1, ?)");
  const { addSecret, change } = accessChanges(database);

  return {
    createBoard({ id, createdAt, secrets, docs: seeds }: NewBoard): void {
      addBoard.run({ id, at: createdAt });
      for (const { hash, role } of secrets) addSecret.run(id, hash, role);
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
      dropQuarantine.run(board);
    },

    decide(board: BoardId, { at, updates, access, requestId }: Decision): number | undefined {
      if (!readBoard.get(board)) throw new StorageFailure("board-gone", "there is no such board");
      let position: number | undefined;
      for (const { doc, update } of updates ?? []) position = docs.append(board, doc, [update]);
      for (const one of access ?? []) change(board, one, at);
      if (requestId !== undefined) {
        addRequest.run(board, requestId);
        dropOldRequests.run({ board });
      }
      return position;
    },

    hasSeen: (board: BoardId, requestId: string): boolean =>
      readRequest.get(board, requestId) !== undefined,

    listSecrets: (board: BoardId): readonly StoredSecret[] =>
      readSecrets.all(board).map((row) => ({
        hash: String(row["hash"]),
        role: row["role"] as Role, // only roles are ever written
        switchedOffAt: row["switched_off_at"] === null ? undefined : Number(row["switched_off_at"]),
      })),

    findSeat(board: BoardId, tokenHash: KeyHash): StoredSeat | undefined {
      const row = readSeat.get(board, tokenHash);
      return row && { participant: row["participant"] as ParticipantId, tokenHash };
    },

    check(): void {
      probe.run(Date.now());
    },
  };
}

/** The changes of seats and secrets. Each is one statement, so that it happens whole. */
function accessChanges(database: DatabaseSync) {
  const addSecret = database.prepare("INSERT INTO secrets (board, hash, role) VALUES (?, ?, ?)");
  const addSeat = database.prepare(
    "INSERT INTO seats (board, participant, token_hash) VALUES (?, ?, ?)",
  );
  const endSeat = database.prepare("DELETE FROM seats WHERE board = ? AND token_hash = ?");
  const endSeatsOf = database.prepare("DELETE FROM seats WHERE board = ? AND participant = ?");
  const noteLink = database.prepare(
    "INSERT OR IGNORE INTO links_used (board, participant, secret) VALUES (?, ?, ?)",
  );
  const switchOff = "UPDATE secrets SET switched_off_at = ? WHERE switched_off_at IS NULL";
  const switchOffRole = database.prepare(`${switchOff} AND board = ? AND role = ?`);
  const switchOffLinksOf = database.prepare(
    `${switchOff} AND board = :board AND hash IN
       (SELECT secret FROM links_used WHERE board = :board AND participant = :participant)`,
  );

  function change(board: BoardId, access: AccessChange, at: number): void {
    switch (access.type) {
      case "add-seat":
        addSeat.run(board, access.seat.participant, access.seat.tokenHash);
        return;
      case "end-seat":
        endSeat.run(board, access.tokenHash);
        return;
      case "end-seats-of":
        endSeatsOf.run(board, access.participant);
        return;
      case "note-link":
        noteLink.run(board, access.participant, access.secret);
        return;
      case "add-secret":
        addSecret.run(board, access.secret.hash, access.secret.role);
        return;
      case "switch-off-role":
        switchOffRole.run(at, board, access.role);
        return;
      case "switch-off-links-of":
        switchOffLinksOf.run({ board, participant: access.participant }, at);
    }
  }

  return { addSecret, change };
}
