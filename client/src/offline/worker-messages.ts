// What pages say to the service worker. Each page also holds a lock named after the script that started it, for as long as
// it is open: so the worker knows which versions still run.

/** A message to the worker. */
export type WorkerMessage =
  /** Is this script (its whole address) yours? Answered with a boolean over the port that comes along. */
  | { readonly say: "is-yours"; readonly script: string }
  /** Do not wait any longer for older pages to close. */
  | { readonly say: "take-over" }
  /** Let go of versions that nobody runs any more. */
  | { readonly say: "tidy" };

/** Reads a message; undefined for one that another version sent. */
export function readWorkerMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== "object" || data === null || !("say" in data)) return undefined;
  if (data.say === "take-over" || data.say === "tidy") return { say: data.say };
  if (data.say === "is-yours" && "script" in data && typeof data.script === "string")
    return { say: data.say, script: data.script };
  return undefined;
}

const lockPrefix = "second-story:runs:";

/** The lock that a page holds, by the whole address of its script. */
export const runningLock = (script: string): string => lockPrefix + script;

/** The scripts of all pages that are open, from the names of the locks that are held. */
export const runningScripts = (locks: readonly (string | undefined)[]): readonly string[] =>
  locks.flatMap((name) => (name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : []));
