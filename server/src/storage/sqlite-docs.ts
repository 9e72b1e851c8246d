// The documents of boards in SQLite: states and logs, each with its checksum, and the quarantine for what is damaged.
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { crc32 } from "node:zlib";
import type { BoardId } from "@secondstory/shared";
import { isCorrupt } from "./sqlite-failure.ts";
import type { DocPath, LogRow, StoredDoc } from "./storage.ts";

type OwnBytes = Uint8Array<ArrayBuffer>;

/** How many boards' documents are known by heart. A server has far fewer open. */
const knownBoards = 5_000;

/** The calls on documents, run on this database. */
export function sqliteDocs(database: DatabaseSync) {
  const findDoc = database.prepare("SELECT id FROM docs WHERE board = ? AND name = ?");
  const readDocs = database.prepare("SELECT name FROM docs WHERE board = ?");
  const addDoc = database.prepare("INSERT INTO docs (board, name) VALUES (?, ?)");
  const addRow = database.prepare("INSERT INTO log (doc, data, crc) VALUES (?, ?, ?)");
  const readState = database.prepare("SELECT state, state_crc FROM docs WHERE id = ?");
  const readRows = database.prepare(
    "SELECT position, data, crc FROM log WHERE doc = ? ORDER BY position",
  );
  const readPositions = database.prepare(
    "SELECT position FROM log INDEXED BY log_of_doc WHERE doc = ? ORDER BY position",
  );
  const readRow = database.prepare("SELECT position, data, crc FROM log WHERE position = ?");
  const setState = database.prepare("UPDATE docs SET state = ?, state_crc = ? WHERE id = ?");
  const dropFolded = database.prepare("DELETE FROM log WHERE doc = ? AND position <= ?");
  // bytes are kept whatever SQLite takes them for: damage may reach the type of a value too
  const keepRow = database.prepare(
    `INSERT INTO quarantine (board, doc, kind, position, data, crc, at)
     SELECT docs.board, docs.name, 'row', log.position, CAST(log.data AS BLOB), log.crc, ?
     FROM log JOIN docs ON docs.id = log.doc WHERE log.doc = ? AND log.position = ?`,
  );
  const dropRow = database.prepare("DELETE FROM log WHERE doc = ? AND position = ?");
  const keepState = database.prepare(
    `INSERT INTO quarantine (board, doc, kind, data, crc, at)
     SELECT board, name, 'state', CAST(state AS BLOB), state_crc, ? FROM docs WHERE id = ?`,
  );

  /** The ids of documents. Documents come and never go, but with their board. */
  const known = new Map<BoardId, Map<DocPath, number>>();

  function idOf(board: BoardId, doc: DocPath): number | undefined {
    const remembered = known.get(board)?.get(doc);
    if (remembered !== undefined) return remembered;
    const found = findDoc.get(board, doc)?.["id"];
    return found === undefined ? undefined : remember(board, doc, Number(found));
  }

  function idOfWritten(board: BoardId, doc: DocPath): number {
    return idOf(board, doc) ?? remember(board, doc, Number(addDoc.run(board, doc).lastInsertRowid));
  }

  function remember(board: BoardId, doc: DocPath, id: number): number {
    let docs = known.get(board);
    if (!docs) {
      if (known.size >= knownBoards) known.clear();
      known.set(board, (docs = new Map()));
    }
    docs.set(doc, id);
    return id;
  }

  /** The rows of a log. Those on a page that SQLite cannot read have a position and nothing else. */
  function rowsOf(id: number): readonly Record<string, SQLOutputValue>[] {
    try {
      return readRows.all(id);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
    }
    return readPositions.all(id).map((found) => {
      try {
        return readRow.get(found["position"] ?? null) ?? found;
      } catch (error) {
        if (!isCorrupt(error)) throw error;
        return found;
      }
    });
  }

  function moveRows(id: number, positions: readonly number[]): void {
    const at = Date.now();
    for (const position of positions) {
      keepRow.run(at, id, position);
      dropRow.run(id, position);
    }
  }

  /** Moves what is damaged in a transaction of its own. A disk that refuses leaves it where it is, to be found again. */
  function putAside(id: number, isStateDamaged: boolean, positions: readonly number[]): void {
    try {
      database.exec("BEGIN IMMEDIATE");
      if (isStateDamaged) {
        keepState.run(Date.now(), id);
        setState.run(null, null, id);
      }
      moveRows(id, positions);
      database.exec("COMMIT");
    } catch {
      if (database.isTransaction) database.exec("ROLLBACK");
    }
  }

  return {
    append(board: BoardId, doc: DocPath, updates: readonly Uint8Array[]): number {
      const id = idOfWritten(board, doc);
      let position = 0;
      for (const update of updates)
        position = Number(addRow.run(id, update, crc32(update)).lastInsertRowid);
      return position;
    },

    /** The state has a buffer of its own, which may be transferred. */
    loadDoc(board: BoardId, doc: DocPath): StoredDoc & { readonly state: OwnBytes | undefined } {
      const id = idOf(board, doc);
      if (id === undefined) return { state: undefined, rows: [], damaged: 0 };
      const { state: folded = null, state_crc: crc } = readState.get(id) ?? {};
      const state = soundBytes(folded, crc);
      const isStateDamaged = folded !== null && !state;
      const rows: LogRow[] = [];
      const damaged: number[] = [];
      for (const row of rowsOf(id)) {
        const position = Number(row["position"]);
        const update = soundBytes(row["data"], row["crc"]);
        if (update) rows.push({ position, update });
        else damaged.push(position);
      }
      if (isStateDamaged || damaged.length > 0) putAside(id, isStateDamaged, damaged);
      return { state, rows, damaged: damaged.length + Number(isStateDamaged) };
    },

    compact(board: BoardId, doc: DocPath, state: Uint8Array, through: number): void {
      const id = idOfWritten(board, doc);
      setState.run(state, crc32(state), id);
      dropFolded.run(id, through);
    },

    quarantine(board: BoardId, doc: DocPath, positions: readonly number[]): void {
      moveRows(idOfWritten(board, doc), positions);
    },

    listDocs: (board: BoardId): readonly DocPath[] =>
      readDocs.all(board).map((row) => row["name"] as DocPath), // only paths are ever written

    /** Forgets a board that is gone, or all of them. */
    forget(board?: BoardId): void {
      if (board === undefined) known.clear();
      else known.delete(board);
    },
  };
}

/** The documents of a database. */
export type SqliteDocs = ReturnType<typeof sqliteDocs>;

/** Bytes that match their checksum, if they have one. */
function soundBytes(
  data: SQLOutputValue | undefined,
  crc: SQLOutputValue | undefined,
): OwnBytes | undefined {
  if (!(data instanceof Uint8Array)) return undefined;
  const isSound = crc === null || crc === crc32(data);
  return isSound ? data : undefined;
}
