// Whether a database file is whole, and what is in it.
import { DatabaseSync } from "node:sqlite";
import { schemaOf } from "../storage/sqlite-schema.ts";
import { OpsFailure } from "./ops-failure.ts";

/** What a sound database holds. */
export interface DatabaseFacts {
  readonly schema: number;
  readonly boards: number;
}

/** Reads every page of a database. Throws an `OpsFailure` if one is not as SQLite wrote it, or a reference leads nowhere. */
export function checkDatabase(path: string): DatabaseFacts {
  const database = new DatabaseSync(path);
  try {
    const [first] = database.prepare("PRAGMA integrity_check(1)").all();
    const verdict = String(first?.["integrity_check"]);
    if (verdict !== "ok") throw new OpsFailure(`The database is damaged: ${verdict}.`);
    if (database.prepare("PRAGMA foreign_key_check").get())
      throw new OpsFailure("The database is damaged: it refers to a board that is not in it.");
    const count = database.prepare("SELECT count(*) AS boards FROM boards").get();
    return { schema: schemaOf(database), boards: Number(count?.["boards"]) };
  } catch (error) {
    if (error instanceof OpsFailure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OpsFailure(`The database is damaged: ${reason}.`, { cause: error });
  } finally {
    database.close();
  }
}
