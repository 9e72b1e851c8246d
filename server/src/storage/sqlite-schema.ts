// The tables of the embedded database and how they came to be. A migration is never edited once released: the next one
// changes what it left. `PRAGMA user_version` counts those that have run.
import type { DatabaseSync } from "node:sqlite";
import { StorageFailure } from "./storage.ts";

const migrations: readonly string[] = [
  `CREATE TABLE boards (
     id TEXT PRIMARY KEY,
     created_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE docs (
     id INTEGER PRIMARY KEY,
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     name TEXT NOT NULL,
     state BLOB,
     UNIQUE (board, name)
   ) STRICT;

   CREATE TABLE log (
     position INTEGER PRIMARY KEY AUTOINCREMENT,
     doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE,
     data BLOB NOT NULL
   ) STRICT;
   CREATE INDEX log_of_doc ON log (doc);

   CREATE TABLE secrets (
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     hash TEXT NOT NULL,
     role TEXT NOT NULL,
     switched_off_at INTEGER,
     PRIMARY KEY (board, hash)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE seats (
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     token_hash TEXT NOT NULL,
     participant TEXT NOT NULL,
     PRIMARY KEY (board, token_hash)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE links_used (
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     participant TEXT NOT NULL,
     secret TEXT NOT NULL,
     PRIMARY KEY (board, participant, secret)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE requests (
     position INTEGER PRIMARY KEY AUTOINCREMENT,
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     id TEXT NOT NULL,
     UNIQUE (board, id)
   ) STRICT;

   CREATE TABLE probe (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;`,

  // a CRC-32 of each row and state; what was written before has none and is not checked
  `ALTER TABLE log ADD COLUMN crc INTEGER;
   ALTER TABLE docs ADD COLUMN state_crc INTEGER;

   CREATE TABLE quarantine (
     id INTEGER PRIMARY KEY,
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     doc TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('row', 'state')),
     position INTEGER,
     data BLOB NOT NULL,
     crc INTEGER,
     at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX quarantine_of_board ON quarantine (board);`,

  // a link has an id, a maker and a time; those that were there have none but what can be told from their hash
  `ALTER TABLE secrets ADD COLUMN link TEXT NOT NULL DEFAULT '';
   ALTER TABLE secrets ADD COLUMN made_at INTEGER;
   ALTER TABLE secrets ADD COLUMN made_by TEXT;
   UPDATE secrets SET link = substr(hash, 1, 8);

   CREATE TABLE device_links (
     board TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
     hash TEXT NOT NULL,
     participant TEXT NOT NULL,
     expires_at INTEGER NOT NULL,
     used_at INTEGER,
     PRIMARY KEY (board, hash)
   ) STRICT, WITHOUT ROWID;`,

  // how many erasures have been carried out, when somebody was last there, and the ids of boards that were deleted
  `ALTER TABLE boards ADD COLUMN erasures INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE boards ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
   UPDATE boards SET opened_at = unixepoch() * 1000;

   CREATE TABLE deleted_boards (
     id TEXT PRIMARY KEY,
     at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
];

/** The version of the schema that this program works with. */
export const latestSchema = migrations.length;

/** The version of the schema that a database has. */
export function schemaOf(database: DatabaseSync): number {
  const row = database.prepare("PRAGMA user_version").get();
  return Number(row?.["user_version"] ?? 0);
}

/** From this version on nothing that is deleted stays behind in a free page. */
const cleanSince = 4;

/** Brings a database to this version of the schema; refuses one that a later version of the program wrote. */
export function migrate(database: DatabaseSync): void {
  const version = schemaOf(database);
  if (version > latestSchema)
    throw new StorageFailure("too-new", "a later version of Second Story wrote this database");
  // what was deleted before lies in free pages still: the file is written anew, once
  if (version > 0 && version < cleanSince) database.exec("VACUUM");
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
