// A process that writes to a database until it is killed, and says on standard output what it was told is on disk.
// Its tests hold every line against what is found afterwards (read-after-kill.ts).
import { setTimeout as pause } from "node:timers/promises";
import type { BoardId } from "@secondstory/shared";
import { openSqliteStorage } from "../sqlite.ts";
import type { DocPath, Storage } from "../storage.ts";

const [folder = "", name = ""] = process.argv.slice(2);
const board = name as BoardId; // whoever starts it has read the id: loading what reads ids would take most of its time

say("started", 0);
const storage = await openSqliteStorage(folder, { commitEveryMs: 1 });
await storage.createBoard({ id: board, createdAt: 1, secrets: [], docs: [] });
for (const writer of [0, 1, 2])
  void repeat(`writer-${writer}`, (number) => append(storage, "board", [writer, number]));
void repeat("decided", async (number) => {
  const docs = ["control", "private/decided"] as const;
  const updates = docs.map((doc) => ({ doc: doc as DocPath, update: packed([number]) }));
  await storage.decide(board, { at: 1, updates, requestId: `request-${number}` });
});
const foldedDoc = "private/folded" as DocPath;
void repeat("folded", async (number) => {
  await append(storage, foldedDoc, [number]);
  if (number % 7 === 6) await isWritten(() => fold(number)); // a disk that refuses leaves it to the next time
});

async function fold(last: number): Promise<void> {
  const { rows } = await storage.loadDoc(board, foldedDoc);
  await storage.compact(board, foldedDoc, packed([last + 1]), rows.at(-1)?.position ?? 0);
}

/** Does it with 0, 1, 2 and so on, each until the disk takes it. */
async function repeat(what: string, write: (number: number) => Promise<void>): Promise<void> {
  for (let number = 0; ; number++) {
    while (!(await isWritten(() => write(number)))) await pause(5);
    say(what, number);
  }
}

async function isWritten(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    say(`refused-${code}`, 0);
    return false;
  }
}

async function append(to: Storage, doc: DocPath, numbers: readonly number[]): Promise<void> {
  await to.append(board, doc, [packed(numbers)]);
}

function packed(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

/** A line that a kill takes along is a promise that nobody heard. */
function say(what: string, number: number): void {
  process.stdout.write(`${what} ${number}\n`);
}
