// What this browser keeps of the client itself, as the service worker has it (offline/keep-shell.ts).
import { create } from "zustand";

interface ShellState {
  /** Whether this address opens without the server. Never over plain http, and not before everything is kept. */
  readonly canReopen: boolean;
  /** How to load the version that is newer than this page; undefined while there is none. */
  readonly loadNewer: (() => void) | undefined;
  /** Asks the server for a newer version, some time soon. */
  readonly lookForNewer: () => void;
}

/** The shell, as far as this screen knows of it. */
export const useShell = create<ShellState>()(() => ({
  // absent over plain http, whatever its type says
  canReopen: Boolean((navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller),
  loadNewer: undefined,
  lookForNewer: () => {},
}));
