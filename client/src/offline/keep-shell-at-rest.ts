// Begins to keep the shell once the page has come to rest, so that it takes nothing from what people wait for.

/** After the board has fetched its own parts: from then on they are at hand for the worker too. */
const restMs = 2_000;

/**
 * Keeps the shell where the browser can: not over plain http, and not while the client is being worked on. Where it is
 * refused the tab must stay open, and the status pill says so.
 */
export function keepShellAtRest(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const begin = async () => (await import("./keep-shell.ts")).keepThisShell();
  setTimeout(() => void begin().catch(() => {}), restMs); // the next visit tries again
}
