// Hocuspocus as people run it: default settings, documents in SQLite. Table and statements are those of its own SQLite
// extension, through its Database extension onto `node:sqlite`, so that no native addon has to be built.
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import { join } from "node:path";
import { env } from "node:process";
import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(join(env.DATA_DIR, "hocuspocus.sqlite"));
database.exec(
  `CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))`,
);
const read = database.prepare(`SELECT data FROM "documents" WHERE name = ?`);
const write = database.prepare(
  `INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data`,
);

await new Server({
  address: env.HOST,
  port: Number(env.PORT),
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => read.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void write.run(documentName, state),
    }),
  ],
}).listen();
