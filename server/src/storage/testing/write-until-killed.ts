// A process that writes to a database until it is killed, and says on standard output what it was told is on disk.
// Its test (durability.test.ts) holds every line against what a new process finds.
import { writeSync } from "node:fs";
import { readBoardId } from "@secondstory/shared";
import { openSqliteStorage } from "../sqlite.ts";

const [folder = "", name = ""] = process.argv.slice(2);
const board = readBoardId(name);
if (!board) throw new Error("usage: write-until-killed <folder> <board>");

const storage = await openSqliteStorage(folder);
await storage.createBoard({ id: board, createdAt: 1, secrets: [], docs: [] });
for (let writer = 0; writer < 4; writer++) void write(writer);

async function write(writer: number): Promise<void> {
  for (let number = 0; ; number++) {
    const update = new Uint8Array(Uint32Array.of(writer, number).buffer);
    if (board) await storage.append(board, "board", [update]);
    writeSync(1, `${writer} ${number}\n`); // written before the next turn: a kill cannot lose the line
  }
}
