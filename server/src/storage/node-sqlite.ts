// The one file that knows node:sqlite's classes: it lends one of its databases to kysely. (`DatabaseSync` is to be renamed
// `Database` one day; the old name stays as an alias.)
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { SqliteDatabase } from "kysely";

// kysely types parameters as unknown; what this program binds is text, numbers, null and bytes
const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];

/** A database of node:sqlite as kysely wants to see it. */
export function nodeSqlite(database: DatabaseSync): SqliteDatabase {
  return {
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bind(parameters)),
        run: (parameters) => statement.run(...bind(parameters)),
        iterate: (parameters) => statement.iterate(...bind(parameters)),
      };
    },
    close: () => database.close(),
  };
}
