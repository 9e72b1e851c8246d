// What an operator does with single boards: lists them, makes a link for a team that has lost its own, takes one along,
// deletes one. All but deleting goes past a running server, through the database.
import { writeFile } from "node:fs/promises";
import type { DatabaseSync } from "node:sqlite";
import {
  readBoardId,
  type BoardId,
  type ControlState,
  type Language,
  type Role,
} from "@secondstory/shared";
import { addressesOf } from "../access/addresses.ts";
import { newLink } from "../access/keys.ts";
import type { AuditEvent } from "../audit/audit.ts";
import { auditFile } from "../audit/audit-file.ts";
import { boardData } from "../rooms/board-data.ts";
import { yjsHost } from "../rooms/yjs-host.ts";
import type { Settings } from "../settings.ts";
import { sqliteCalls, type SqliteCalls } from "../storage/sqlite-calls.ts";
import type { DocPath } from "../storage/storage.ts";
import { openCurrent, tryToTake } from "./data-folder.ts";
import { deleteBehind, deleteThrough } from "./delete-board.ts";
import { OpsFailure } from "./ops-failure.ts";

/** What a list says about a board. */
export interface ListedBoard {
  readonly id: BoardId;
  readonly title: string;
  readonly createdAt: string;
  readonly phase: string;
  readonly isSealed: boolean;
  readonly people: number;
  /** What its documents take in the database. */
  readonly sizeBytes: number;
}

/** Every board, the youngest first. */
export async function listBoards({ dataDir }: Settings): Promise<readonly ListedBoard[]> {
  return withDatabase(dataDir, true, async (database, calls) => {
    const rows = database
      .prepare(
        `SELECT id, created_at,
           (SELECT coalesce(sum(coalesce(length(state), 0)
              + (SELECT coalesce(sum(length(data)), 0) FROM log WHERE log.doc = docs.id)), 0)
            FROM docs WHERE docs.board = boards.id) AS size
         FROM boards ORDER BY created_at DESC, id`,
      )
      .all();
    const boards: ListedBoard[] = [];
    for (const row of rows) {
      const id = readBoardId(row["id"]);
      if (!id) continue;
      const control = await readControl(calls, id);
      boards.push({
        id,
        title: control.title,
        createdAt: new Date(Number(row["created_at"])).toISOString(),
        phase: control.phase,
        isSealed: control.seal !== undefined,
        people: Object.keys(control.roster).length,
        sizeBytes: Number(row["size"]),
      });
    }
    return boards;
  });
}

/** Makes one more link of a role, which works at once. Nobody can ask for it again. */
export async function makeLink(settings: Settings, id: string, role: Role): Promise<string> {
  const { dataDir, publicUrl, port } = settings;
  return withDatabase(dataDir, false, async (database, calls) => {
    const board = mustBeThere(calls, id);
    const { secret, stored } = newLink(role);
    database.exec("BEGIN IMMEDIATE");
    calls.decide(board, { at: Date.now(), access: [{ type: "add-secret", secret: stored }] });
    database.exec("COMMIT");
    await note(settings, { event: "link-made", board, by: "operator", role, link: stored.link });
    const asked = { protocol: "http", host: `localhost:${port}` } as const;
    return addressesOf(publicUrl).boardLink(asked, board, secret);
  });
}

/** Takes a board along, as its report or as data. */
export async function exportBoard(
  settings: Settings,
  id: string,
  { format, language }: { readonly format: "md" | "json"; readonly language: Language | undefined },
): Promise<string> {
  return withDatabase(settings.dataDir, true, async (_database, calls) => {
    const board = mustBeThere(calls, id);
    const control = await readControl(calls, board);
    const doc = await yjsHost.openBoard(updatesOf(calls, board, "board"));
    const text =
      format === "md"
        ? await doc.markdown(control, language ?? control.language)
        : `${JSON.stringify(boardData(board, control, await doc.read()), undefined, 2)}\n`;
    doc.close();
    await note(settings, { event: "export", board, by: "operator", format });
    return text;
  });
}

/** Writes an export into a new file that its owner alone can read. */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (isThere) throw new OpsFailure(`${path} is there already: name another file.`);
    throw error;
  }
}

/**
 * Deletes a board for good. A server that runs on the folder has to do it itself, because it may have the board open: it is
 * asked at `server`.
 */
export async function deleteBoard(settings: Settings, id: string, server: URL): Promise<void> {
  const { dataDir } = settings;
  const board = await withDatabase(dataDir, true, async (_, calls) => mustBeThere(calls, id));
  const lock = tryToTake(dataDir);
  lock?.close();
  const { secret, stored } = newLink("facilitator"); // goes with the board
  await withDatabase(dataDir, false, async (database, calls) => {
    database.exec("BEGIN IMMEDIATE");
    calls.decide(board, { at: Date.now(), access: [{ type: "add-secret", secret: stored }] });
    database.exec("COMMIT");
  });
  try {
    if (lock) await deleteBehind(settings, board, secret);
    else await deleteThrough(server, board, secret);
  } catch (error) {
    await withDatabase(dataDir, false, async (database) => {
      database.prepare("DELETE FROM secrets WHERE board = ? AND hash = ?").run(board, stored.hash);
    });
    throw error;
  }
}

/** Runs with the database open, and closes it whatever happens. */
async function withDatabase<Value>(
  folder: string,
  readOnly: boolean,
  run: (database: DatabaseSync, calls: SqliteCalls) => Promise<Value>,
): Promise<Value> {
  const database = openCurrent(folder, { readOnly });
  try {
    return await run(database, sqliteCalls(database));
  } finally {
    database.close();
  }
}

function mustBeThere(calls: SqliteCalls, id: string): BoardId {
  const board = readBoardId(id);
  if (board && calls.readBoard(board)) return board;
  throw new OpsFailure(`There is no board ${id}: "boards list" shows those there are.`);
}

async function readControl(calls: SqliteCalls, board: BoardId): Promise<ControlState> {
  const doc = await yjsHost.openControl(updatesOf(calls, board, "control"));
  const state = await doc.read();
  doc.close();
  return state;
}

/** A document's stored updates, as far as they are sound; a read-only database leaves the others where they are. */
function updatesOf(calls: SqliteCalls, board: BoardId, doc: DocPath): readonly Uint8Array[] {
  const { state, rows } = calls.loadDoc(board, doc);
  return [...(state ? [state] : []), ...rows.map(({ update }) => update)];
}

const note = ({ dataDir, auditBytes }: Settings, event: AuditEvent) =>
  auditFile(dataDir, { maxBytes: auditBytes, now: Date.now })(event);
