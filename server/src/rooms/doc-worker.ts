// A thread that holds documents: it opens them from updates, folds them, reads them, and writes what the server adds.
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { DocSpoiled } from "./doc-host.ts";
import type { AnswerMessage, CallMessage, ThreadDocs } from "./worker-calls.ts";
import { yjsHost } from "./yjs-host.ts";

/** Whoever waits for a document waits longer than whoever waits for a keystroke of others. */
const niceness = 10;

if (parentPort) serve(parentPort);

function serve(port: NonNullable<typeof parentPort>): void {
  lowerPriority();
  const docs = new Map<number, Promise<ThreadDocs[keyof ThreadDocs]>>();
  let last: Promise<void> = Promise.resolve();

  port.on("message", (message: CallMessage) => {
    last = answer(last, message);
  });

  /** One call after the other. */
  async function answer(before: Promise<void>, message: CallMessage): Promise<void> {
    await before;
    if (message.call === "close") {
      const doc = await docs.get(message.doc)?.catch(() => undefined);
      docs.delete(message.doc);
      doc?.close();
      return;
    }
    const result = await carryOut(message);
    port.postMessage(result, buffersOf(result));
  }

  async function carryOut(message: Exclude<CallMessage, { readonly call: "close" }>) {
    const { id } = message;
    try {
      return { id, value: await call(message) } satisfies AnswerMessage;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { id, isSpoiled: error instanceof DocSpoiled, message: text } satisfies AnswerMessage;
    }
  }

  async function call(message: Exclude<CallMessage, { readonly call: "close" }>): Promise<unknown> {
    if (message.call === "open") {
      const opening =
        message.kind === "board"
          ? yjsHost.openBoard(...message.args)
          : yjsHost.openPrivate(...message.args);
      docs.set(message.doc, opening);
      await opening;
      return undefined;
    }
    const doc = await docs.get(message.doc);
    if (!doc) throw new Error("the document is not open");
    // the compiler cannot pair a call's name with its document and its arguments once they are a union
    const methods = doc as unknown as Record<
      string,
      (...args: readonly unknown[]) => Promise<unknown>
    >;
    const method = methods[message.call];
    if (!method) throw new Error("the document has no such call");
    return method(...message.args);
  }
}

/** The bytes of an answer are handed over, not copied. */
function buffersOf(answer: AnswerMessage): ArrayBuffer[] {
  const value = "value" in answer ? answer.value : undefined;
  const bytes =
    typeof value === "object" && value !== null && "bytes" in value ? value.bytes : value;
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}

/** On Linux a thread has a priority of its own; elsewhere all threads of a process share one, and it stays. */
function lowerPriority(): void {
  if (process.platform !== "linux") return;
  try {
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    setPriority(thread, niceness);
  } catch {
    // a container without /proc: the thread works at the priority of all others
  }
}
