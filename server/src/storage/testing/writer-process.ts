// Starts write-until-killed.ts, listens to what it was told is on disk, ends it, and holds that against what is found.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BoardId } from "@secondstory/shared";
import { expect, onTestFinished } from "vitest";
import type { DocPath, Storage } from "../storage.ts";

const program = fileURLToPath(new URL("./write-until-killed.ts", import.meta.url));

/** A process that writes. */
export interface Writer {
  readonly pid: number;
  /** Every whole line so far. */
  lines(): readonly string[];
  /** Resolves once the lines satisfy a test; rejects if the process ends before. */
  until(isEnough: (lines: readonly string[]) => boolean): Promise<void>;
  /** kill -9, and all it had said. */
  kill(): Promise<readonly string[]>;
}

/** Starts a process that writes to a board of its own; `through` is a command that starts it in another way. */
export function startWriter(
  folder: string,
  board: BoardId,
  through: readonly string[] = [],
): Writer {
  const [command, ...args] = [...through, process.execPath, program, folder, board];
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "..", "compile-cache") },
  });
  const ended = once(child, "close");
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  const lines = () => output.split("\n").slice(0, -1);
  let onMore = () => {};
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    onMore();
  });
  return {
    pid: child.pid ?? 0,
    lines,
    until: (isEnough) =>
      new Promise((resolve, reject) => {
        onMore = () => {
          if (isEnough(lines())) resolve();
        };
        onMore();
        void ended.then(() => reject(new Error(`the writer ended after: ${output.slice(-500)}`)));
      }),
    async kill() {
      child.kill("SIGKILL");
      await ended;
      return lines();
    },
  };
}

/** Expects that all a writer was told is on disk is there, in order and whole. Gives how many writes it was told of. */
export async function expectKept(
  storage: Storage,
  board: BoardId,
  lines: readonly string[],
): Promise<number> {
  const told = countsOf(lines);
  const rows = await read("board");
  for (const writer of [0, 1, 2]) {
    const numbers = rows.filter(([by]) => by === writer).map(([, number]) => number);
    expectFrom0(numbers, told.get(`writer-${writer}`));
  }

  const decided = (await read("control")).map(([number]) => number);
  expectFrom0(decided, told.get("decided"));
  expect(await read("private/decided" as DocPath)).toEqual(decided.map((number) => [number]));
  const last = decided.length - 1;
  if (last >= 0) expect(await storage.hasSeen(board, `request-${last}`)).toBe(true);
  expect(await storage.hasSeen(board, `request-${last + 1}`)).toBe(false);

  const folded = await storage.loadDoc(board, "private/folded" as DocPath);
  const [count = 0] = folded.state ? numbersOf(folded.state) : [];
  const since = folded.rows.flatMap(({ update }) => numbersOf(update));
  expectFrom0([...Array(count).keys(), ...since], told.get("folded"));
  expect(folded.damaged).toBe(0);
  return [...told.values()].reduce((sum, ofOne) => sum + ofOne, 0);

  async function read(doc: DocPath): Promise<number[][]> {
    const stored = await storage.loadDoc(board, doc);
    expect(stored.damaged).toBe(0);
    return stored.rows.map(({ update }) => numbersOf(update));
  }
}

/** Expects 0, 1, 2 and so on: at least as many as were told, for the last ones may lack nothing but the telling. */
function expectFrom0(numbers: readonly (number | undefined)[], told = 0): void {
  expect(numbers).toEqual([...numbers.keys()]);
  expect(numbers.length).toBeGreaterThanOrEqual(told);
}

/** How many writes of each kind were told of. */
function countsOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [what = "", number] = line.split(" ");
    if (!what.startsWith("refused") && what !== "started") counts.set(what, Number(number) + 1);
  }
  return counts;
}

const numbersOf = (update: Uint8Array) => [...new Uint32Array(update.slice().buffer)];
