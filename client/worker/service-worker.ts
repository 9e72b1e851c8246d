// The service worker: hands the browser's events to the shell, which knows what to do. Built by itself, as sw.js beside the
// page (vite-service-worker.ts), where its scope is the whole of the client, wherever that lies.
import { createShell, type Version } from "../src/offline/shell.ts";
import { readWorkerMessage, runningScripts } from "../src/offline/worker-messages.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put in place by the build. */
declare const __VERSION__: Version;

const shell = createShell({
  version: __VERSION__,
  scope: new URL(self.registration.scope),
  caches: self.caches,
  fetch: (request) => fetch(request),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

self.addEventListener("install", (event) => event.waitUntil(shell.install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const answer = shell.answer(event.request);
  if (answer) event.respondWith(answer);
});
self.addEventListener("message", (event) => {
  const message = readWorkerMessage(event.data);
  switch (message?.say) {
    case "is-yours":
      return event.ports[0]?.postMessage(shell.isStartedBy(message.script));
    case "take-over":
      return event.waitUntil(self.skipWaiting());
    case "tidy":
      return event.waitUntil(tidy());
    case undefined: // of a page that is of another version
  }
});

async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return; // theirs is not to be touched
  const { held = [] } = await self.navigator.locks.query();
  await shell.tidy(runningScripts(held.map(({ name }) => name)));
}
