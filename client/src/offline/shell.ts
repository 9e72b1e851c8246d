// The shell: the page and all its parts, as one version of them was built, kept in this browser by the service worker. It
// holds nothing of any board: the page is the same for all of them, and calls, sockets and exports pass it by.
//
//   installed (all parts, or none) ──▶ waiting ──(nobody is left on the older version, or somebody asks)──▶ answers
//
// A tab that runs an older version goes on doing so: its parts are kept until no tab runs that version any more.

/** What one version of the client consists of. */
export interface Version {
  /** Differs from that of every other version. */
  readonly name: string;
  /** The script that starts the page, relative to the scope. */
  readonly script: string;
  /** Every file a page may ask for, relative to the scope; the page itself is not among them. */
  readonly parts: readonly string[];
}

/** What the shell takes from the browser. */
export interface ShellOptions {
  readonly version: Version;
  /** The address everything lies below: that of the first page, which ends in a slash. */
  readonly scope: URL;
  readonly caches: CacheStorage;
  readonly fetch: (request: Request | string) => Promise<Response>;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

export interface Shell {
  /** Fetches and keeps this version. Throws if a part of it, or the page that belongs to it, is not to be had. */
  readonly install: () => Promise<void>;
  /** The answer to a page's request; undefined for one that is none of the shell's business. */
  readonly answer: (request: Request) => Promise<Response> | undefined;
  /** Whether a script (its whole address) starts this version. */
  readonly isStartedBy: (script: string) => boolean;
  /** Lets go of every other version, except those that `running` scripts (whole addresses) have started. */
  readonly tidy: (running: readonly string[]) => Promise<void>;
}

/** So long a page waits for the server before it is opened from what is kept. */
const patienceMs = 2_500;
/** Hashed files lie here: what is found under such an address is right, whichever version it belongs to. */
const hashed = "assets/";
/** The addresses of the page: the first one, and boards. */
const isPage = (path: string): boolean => path === "" || /^b\/[^/]+$/.test(path);

/** Keeps and serves one version of the shell. */
export function createShell({ version, scope, caches, fetch, pause }: ShellOptions): Shell {
  const family = `second-story:shell:${scope.pathname}:`;
  const cacheName = family + version.name;
  const addressOf = (path: string) => new URL(path, scope).href;
  const parts = new Set(version.parts);

  /** The server's page if it comes soon. A proxy that finds nobody behind itself is no answer. */
  const page = async (request: Request): Promise<Response> => {
    const asked = fetch(request).catch(() => undefined);
    const soon = await Promise.race([asked, pause(patienceMs).then(() => undefined)]);
    // A redirect leads to a sign-in page in front of the server.
    if (soon && (soon.ok || soon.type === "opaqueredirect" || isRefusal(soon.status))) return soon;
    return (await kept(addressOf(""))) ?? (await asked) ?? Response.error();
  };
  const part = async (request: Request): Promise<Response> =>
    (await kept(request.url)) ?? (await older(request.url)) ?? fetch(request);
  const kept = (address: string) => caches.match(address, { cacheName, ignoreVary });
  const older = (address: string) => caches.match(address, { ignoreVary });
  const fetchFile = async (path: string) => {
    const address = addressOf(path);
    const answer = await fetch(address);
    if (!answer.ok || answer.redirected)
      throw new Error(`${address} is not to be had: ${answer.status}`);
    return { address, answer };
  };

  return {
    install: async () => {
      const files = await Promise.all(["", ...version.parts].map(fetchFile));
      const text = await files[0]?.answer.clone().text();
      if (!text?.includes(version.script))
        throw new Error("The page is not the one that belongs to these parts.");
      const cache = await caches.open(cacheName);
      await Promise.all(files.map(({ address, answer }) => cache.put(address, answer)));
    },
    answer: (request) => {
      if (request.method !== "GET" || !request.url.startsWith(scope.href)) return undefined;
      const path = new URL(request.url).pathname.slice(scope.pathname.length);
      if (request.mode === "navigate") return isPage(path) ? page(request) : undefined;
      return parts.has(path) || path.startsWith(hashed) ? part(request) : undefined;
    },
    isStartedBy: (script) => script === addressOf(version.script),
    tidy: async (running) => {
      const names = (await caches.keys()).filter((name) => name.startsWith(family));
      for (const name of names) {
        if (name === cacheName) continue;
        const cache = await caches.open(name);
        const found = await Promise.all(
          running.map((script) => cache.match(script, { ignoreVary })),
        );
        if (found.every((match) => match === undefined)) await caches.delete(name);
      }
    },
  };
}

/** An address says it all: the same file pressed in another way is the same file. */
const ignoreVary = true;

/** The only refusals that a page's address can meet: somebody in front of the server wants to know who is there. */
const isRefusal = (status: number): boolean => status === 401 || status === 403;
