// Board and private documents in threads of their own, so that nobody waits while one of them is loaded, folded or read, or
// while a hundred private ones are. Control documents are small and stay with the event loop. A thread starts when it is
// first needed.
import { Worker } from "node:worker_threads";
import { DocSpoiled, type DocHost } from "./doc-host.ts";
import { callsOf, type AnswerMessage, type ThreadDocs } from "./worker-calls.ts";
import { yjsHost } from "./yjs-host.ts";

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const docWorker = new URL("./doc-worker.ts", import.meta.url);

/**
 * Makes a host with so many threads. A thread that dies takes its open documents with it: their calls reject, and the next
 * document to be opened starts another thread.
 */
export function workerHost(threads: number, script = docWorker): DocHost {
  const pool = Array.from({ length: threads }, () => new DocThread(script));
  const open = <Kind extends keyof ThreadDocs>(kind: Kind, updates: readonly Uint8Array[]) => {
    const thread = pool.reduce((least, one) => (one.openDocs < least.openDocs ? one : least));
    return thread.open(kind, updates);
  };
  return {
    ...yjsHost,
    get openDocs() {
      return pool.reduce((sum, thread) => sum + thread.openDocs, 0);
    },
    openBoard: (updates) => open("board", updates),
    openPrivate: (updates) => open("private", updates),
    async close() {
      await Promise.all(pool.map((thread) => thread.close()));
    },
  };
}

class DocThread {
  readonly #script: URL;
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #lastDoc = 0;
  openDocs = 0;

  constructor(script: URL) {
    this.#script = script;
  }

  async open<Kind extends keyof ThreadDocs>(
    kind: Kind,
    updates: readonly Uint8Array[],
  ): Promise<ThreadDocs[Kind]> {
    const doc = ++this.#lastDoc;
    this.openDocs += 1;
    const { worker } = this;
    const call = async (
      name: string,
      args: readonly unknown[],
      handedOver: ArrayBuffer[] = [],
    ): Promise<unknown> => {
      if (this.#worker !== worker) throw new Error("the thread of this document has ended");
      return new Promise((resolve, reject) => {
        const id = ++this.#lastId;
        this.#waiting.set(id, { resolve, reject });
        worker.postMessage({ id, doc, kind, call: name, args }, handedOver);
      });
    };
    const close = () => {
      this.openDocs -= 1;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (this.#worker === worker) worker.postMessage({ doc, call: "close" });
    };
    // copied once and handed over: cloning would copy twice
    const copies = updates.map((update) => update.slice());
    try {
      await call(
        "open",
        [copies],
        copies.map(({ buffer }) => buffer),
      );
    } catch (error) {
      close();
      throw error;
    }
    const calls = Object.keys(callsOf[kind]).map((name) => [
      name,
      (...args: readonly unknown[]) => call(name, args),
    ]);
    // the compiler has checked that these are all of them; the thread answers each by what the same call returns there
    return { ...Object.fromEntries(calls), close } as ThreadDocs[Kind];
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#end(new Error("the server is shutting down"));
    await worker?.terminate();
  }

  get worker(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(this.#script, {
      execArgv: [],
      name: "documents",
    });
    worker.unref(); // whoever waits for an answer holds a socket or a call
    worker.on("message", (message: AnswerMessage) => this.#answer(message));
    worker.on("error", (error) => this.#end(error, worker));
    worker.on("exit", () => this.#end(new Error("the thread has ended"), worker));
    return worker;
  }

  #answer(message: AnswerMessage): void {
    const caller = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ("value" in message) caller?.resolve(message.value);
    else if (message.isSpoiled) caller?.reject(new DocSpoiled(message.message));
    else caller?.reject(new Error(message.message));
  }

  #end(error: unknown, worker = this.#worker): void {
    if (!worker || this.#worker !== worker) return;
    this.#worker = undefined;
    const cause = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of this.#waiting.values()) reject(cause);
    this.#waiting.clear();
  }
}
