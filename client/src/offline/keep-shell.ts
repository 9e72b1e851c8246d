// Has the service worker keep the shell, and notices when a newer version of it is there. Fetched when the page has come to
// rest. A page that runs the newest version needs no question: the worker just takes over. Any other page goes on with what
// it has, and offers to load the newer one.
import { invariant } from "@secondstory/shared";
import { useShell } from "../screen/shell.ts";
import { runningLock, type WorkerMessage } from "./worker-messages.ts";

/** What this needs of a page and its browser. */
export interface ShellKeeper {
  /** The whole address of the script that started this page. */
  readonly script: string;
  readonly worker: ServiceWorkerContainer;
  readonly locks: Pick<LockManager, "request">;
  readonly reload: () => void;
  readonly random: () => number;
}

/** After a restart of the server everybody looks for a newer version: within so long, each at a moment of their own. */
const spreadMs = 60_000;
/** A worker takes over at once, or something is wrong with it; loading the page anew is never wrong. */
const takeOverMs = 2_000;

/** Begins to keep the shell of this page. */
export async function keepThisShell(): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>("script[type=module][src]")?.src;
  invariant(script, "a script starts the page");
  // Scripts lie in a folder beside the worker, wherever the whole of it lies.
  await keepShell(new URL("../sw.js", script), {
    script,
    worker: navigator.serviceWorker,
    locks: navigator.locks,
    reload: () => location.reload(),
    random: Math.random,
  });
}

/** Begins to keep the shell. `address` is that of the worker; everything in its folder is its scope. */
export async function keepShell(address: URL, keeper: ShellKeeper): Promise<void> {
  const { script, worker, locks } = keeper;
  void locks.request(runningLock(script), { mode: "shared" }, () => new Promise(() => {})); // until the page is closed
  const registration = await worker.register(address, { updateViaCache: "none" });

  const follow = () => useShell.setState({ canReopen: registration.active !== null });
  const consider = async (newer: ServiceWorker) => {
    if (!(await isYours(newer, script)))
      useShell.setState({ loadNewer: () => void loadNewer(registration, keeper) });
    else if (newer === registration.waiting) tell(newer, { say: "take-over" });
  };
  const watch = () => {
    const found = registration.installing;
    found?.addEventListener("statechange", () => {
      follow();
      if (found.state === "installed") void consider(found);
    });
  };
  registration.addEventListener("updatefound", watch);
  // Another tab has asked for the newer version.
  worker.addEventListener("controllerchange", () => {
    if (worker.controller) void consider(worker.controller);
  });

  follow();
  watch(); // it may have been found before this page looked
  if (registration.waiting) void consider(registration.waiting);
  if (registration.active) tell(registration.active, { say: "tidy" });
  useShell.setState({
    lookForNewer: () => {
      setTimeout(() => void registration.update().catch(() => {}), keeper.random() * spreadMs); // looked for again
    },
  });
}

async function loadNewer(
  registration: ServiceWorkerRegistration,
  { reload }: ShellKeeper,
): Promise<void> {
  const { waiting } = registration;
  if (waiting) {
    const isOver = new Promise<void>((resolve) => {
      setTimeout(resolve, takeOverMs);
      waiting.addEventListener("statechange", () => {
        if (waiting.state === "activated") resolve();
      });
    });
    tell(waiting, { say: "take-over" });
    await isOver;
  }
  reload();
}

function isYours(worker: ServiceWorker, script: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      port1.close();
      resolve(data === true);
    });
    port1.start();
    tell(worker, { say: "is-yours", script }, [port2]);
  });
}

const tell = (worker: ServiceWorker, message: WorkerMessage, ports: Transferable[] = []): void =>
  worker.postMessage(message, ports);
