// What the SQL of every storage call is, on a kysely database or on a transaction of one.
import type { ParticipantId, Role } from "@secondstory/shared";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./sqlite-schema.ts";
import {
  rememberedRequests,
  StorageFailure,
  type AccessChange,
  type DocPath,
  type NewSecret,
  type Storage,
} from "./storage.ts";

/** The calls of a storage that cross to the thread where the database lives. */
export type StorageCalls = Omit<Storage, "close">;

/** SQLite binds at most 32,766 values a statement, and a row of the log takes two. */
const rowsPerInsert = 10_000;

/** The calls of a storage, run on this database or transaction. */
export function sqliteCalls(db: Kysely<Tables>): StorageCalls {
  return {
    async createBoard({ id, createdAt, secrets, docs }) {
      await db.insertInto("boards").values({ id, created_at: createdAt }).execute();
      for (const secret of secrets) await addSecret(db, id, secret);
      for (const { doc, update } of docs) await appendTo(db, id, doc, [update]);
    },

    async readBoard(board) {
      const row = await db
        .selectFrom("boards")
        .select("created_at")
        .where("id", "=", board)
        .executeTakeFirst();
      return row && { createdAt: row.created_at };
    },

    async deleteBoard(board) {
      const result = await db.deleteFrom("boards").where("id", "=", board).executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async loadDoc(board, doc) {
      const found = await db
        .selectFrom("docs")
        .select(["id", "state"])
        .where("board", "=", board)
        .where("name", "=", doc)
        .executeTakeFirst();
      if (!found) return { state: undefined, rows: [] };
      const rows = await db
        .selectFrom("log")
        .select(["position", "data"])
        .where("doc", "=", found.id)
        .orderBy("position")
        .execute();
      return {
        state: found.state ?? undefined,
        rows: rows.map(({ position, data }) => ({ position, update: data })),
      };
    },

    append: (board, doc, updates) => appendTo(db, board, doc, updates),

    async compact(board, doc, state, through) {
      const id = await docId(db, board, doc);
      await db.updateTable("docs").set({ state }).where("id", "=", id).execute();
      await db.deleteFrom("log").where("doc", "=", id).where("position", "<=", through).execute();
    },

    async decide(board, { at, updates, access, requestId }) {
      let position: number | undefined;
      for (const { doc, update } of updates ?? [])
        position = await appendTo(db, board, doc, [update]);
      for (const change of access ?? []) await changeAccess(db, board, change, at);
      if (requestId !== undefined) await remember(db, board, requestId);
      return position;
    },

    async hasSeen(board, requestId) {
      const row = await db
        .selectFrom("requests")
        .select("position")
        .where("board", "=", board)
        .where("id", "=", requestId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async listSecrets(board) {
      const rows = await db
        .selectFrom("secrets")
        .select(["hash", "role", "switched_off_at"])
        .where("board", "=", board)
        .execute();
      return rows.map((row) => ({
        hash: row.hash,
        role: row.role as Role, // only roles are ever written
        switchedOffAt: row.switched_off_at ?? undefined,
      }));
    },

    async findSeat(board, tokenHash) {
      const row = await db
        .selectFrom("seats")
        .select("participant")
        .where("board", "=", board)
        .where("token_hash", "=", tokenHash)
        .executeTakeFirst();
      return row && { participant: row.participant as ParticipantId, tokenHash };
    },

    async check() {
      const at = Date.now();
      await db
        .insertInto("probe")
        .values({ id: 1, at })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ at }))
        .execute();
    },
  };
}

async function docId(db: Kysely<Tables>, board: string, doc: DocPath): Promise<number> {
  const found = await db
    .selectFrom("docs")
    .select("id")
    .where("board", "=", board)
    .where("name", "=", doc)
    .executeTakeFirst();
  if (found) return found.id;
  const made = await db.insertInto("docs").values({ board, name: doc }).executeTakeFirstOrThrow();
  return Number(made.insertId);
}

async function appendTo(
  db: Kysely<Tables>,
  board: string,
  doc: DocPath,
  updates: readonly Uint8Array[],
): Promise<number> {
  const id = await docId(db, board, doc);
  let position = 0;
  for (let from = 0; from < updates.length; from += rowsPerInsert) {
    const rows = updates.slice(from, from + rowsPerInsert).map((data) => ({ doc: id, data }));
    const result = await db.insertInto("log").values(rows).executeTakeFirstOrThrow();
    position = Number(result.insertId);
  }
  return position;
}

async function addSecret(db: Kysely<Tables>, board: string, { hash, role }: NewSecret) {
  const row = { board, hash, role, switched_off_at: null };
  await db.insertInto("secrets").values(row).execute();
}

async function changeAccess(
  db: Kysely<Tables>,
  board: string,
  change: AccessChange,
  at: number,
): Promise<void> {
  const switchOff = db
    .updateTable("secrets")
    .set({ switched_off_at: at })
    .where("board", "=", board)
    .where("switched_off_at", "is", null);
  const endSeats = db.deleteFrom("seats").where("board", "=", board);
  switch (change.type) {
    case "add-seat": {
      const { participant, tokenHash } = change.seat;
      await db.insertInto("seats").values({ board, participant, token_hash: tokenHash }).execute();
      return;
    }
    case "end-seat":
      await endSeats.where("token_hash", "=", change.tokenHash).execute();
      return;
    case "end-seats-of":
      await endSeats.where("participant", "=", change.participant).execute();
      return;
    case "note-link": {
      const { participant, secret } = change;
      await db
        .insertInto("links_used")
        .values({ board, participant, secret })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return;
    }
    case "add-secret":
      await addSecret(db, board, change.secret);
      return;
    case "switch-off-role":
      await switchOff.where("role", "=", change.role).execute();
      return;
    case "switch-off-links-of":
      await switchOff
        .where("hash", "in", (query) =>
          query
            .selectFrom("links_used")
            .select("secret")
            .where("board", "=", board)
            .where("participant", "=", change.participant),
        )
        .execute();
  }
}

/** Remembers a request id and forgets the oldest ones of the board beyond those that are kept. */
async function remember(db: Kysely<Tables>, board: string, id: string): Promise<void> {
  await db
    .insertInto("requests")
    .values({ board, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .deleteFrom("requests")
    .where("board", "=", board)
    .where(
      "position",
      "<=",
      sql<number>`(SELECT position FROM requests WHERE board = ${board} ORDER BY position DESC LIMIT 1 OFFSET ${rememberedRequests})`,
    )
    .execute();
}

/** Says in the storage's own terms what SQLite threw. */
export function storageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const isForeignKey = errorNumber(error) === 787; // SQLITE_CONSTRAINT_FOREIGNKEY: the row's board is gone
  if (isForeignKey) return new StorageFailure("board-gone", "there is no such board");
  const reason = error instanceof Error ? error.message : String(error);
  return new StorageFailure("disk", `the database refused: ${reason}`, { cause: error });
}

/** SQLite's extended result code, or undefined for an error that did not come from it. */
export function errorNumber(error: unknown): number | undefined {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" ? code : undefined;
}
