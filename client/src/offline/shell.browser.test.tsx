// The shell with a real cache and a network that the test makes.
import { afterEach, expect, test } from "vitest";
import { createShell, type ShellOptions, type Version } from "./shell.ts";

const scope = new URL("/notes/", location.href);
const at = (path: string) => new URL(path, scope).href;
const first: Version = {
  name: "first",
  script: "assets/index-1.js",
  parts: ["assets/index-1.js", "assets/lessons-1.js", "assets/same.css", "mark.svg"],
};
const second: Version = {
  name: "second",
  script: "assets/index-2.js",
  parts: ["assets/index-2.js", "assets/lessons-2.js", "assets/same.css", "mark.svg"],
};

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

/** A server that has one version of the client. */
function serving(version: Version) {
  const asked: string[] = [];
  const fetch = async (request: Request | string) => {
    const { pathname } = new URL(typeof request === "string" ? request : request.url);
    asked.push(pathname);
    const path = pathname.slice(scope.pathname.length);
    if (path === "" || path.startsWith("b/"))
      return new Response(`<script src="./${version.script}"></script>`);
    return version.parts.includes(path)
      ? new Response(`${version.name} ${path}`, { headers: { vary: "accept-encoding" } })
      : new Response("", { status: 404 });
  };
  return { asked, fetch };
}

const dead = () => Promise.reject(new TypeError("Failed to fetch"));
const never = () => new Promise<never>(() => {});

function shellOf(version: Version, options: Partial<ShellOptions> = {}) {
  return createShell({ version, scope, caches, fetch: dead, pause: never, ...options });
}

async function installed(version: Version, options: Partial<ShellOptions> = {}) {
  await shellOf(version, serving(version)).install();
  return shellOf(version, options);
}

/** A request as the browser makes it for a page; a page cannot make one itself. */
const navigation = (path: string) => {
  const request = new Request(at(path));
  Object.defineProperty(request, "mode", { value: "navigate" });
  return request;
};
const textOf = async (answer: Promise<Response> | undefined) => (await answer)?.text();

test("[O1] with a dead server every board's address opens the kept page, and every part of it is there", async () => {
  const shell = await installed(first);
  for (const path of ["", "b/one", "b/two?phase=lessons"])
    expect(await textOf(shell.answer(navigation(path)))).toContain(first.script);
  for (const part of first.parts)
    expect(await textOf(shell.answer(new Request(at(part))))).toBe(`first ${part}`);
});

test("[O2] calls, sockets, exports, other pages and other sites are none of its business, and nothing of a board is kept", async () => {
  const shell = await installed(first, serving(first));
  for (const path of ["api/boards/one", "api/boards/one/export.md", "healthz", "sw.js"])
    expect(shell.answer(new Request(at(path)))).toBeUndefined();
  for (const path of ["api/boards/one/export.md", "b/one/more", "api/openapi.json"])
    expect(shell.answer(navigation(path))).toBeUndefined();
  expect(shell.answer(new Request(new URL("/", location.href)))).toBeUndefined();
  expect(shell.answer(new Request(at("mark.svg"), { method: "POST" }))).toBeUndefined();
  expect(shell.answer(new Request("https://elsewhere.test/notes/mark.svg"))).toBeUndefined();
  await shell.answer(navigation("b/one"));
  const kept = await (await caches.open((await caches.keys())[0] ?? "")).keys();
  expect(kept.map(({ url }) => url).toSorted()).toEqual(["", ...first.parts].map(at).toSorted());
});

test("[O3] the server's page comes first: a newer one, the way to a sign-in page, or its refusal", async () => {
  const newer = await installed(first, serving(second));
  expect(await textOf(newer.answer(navigation("b/one")))).toContain(second.script);
  for (const status of [401, 403]) {
    const refusing = shellOf(first, { fetch: async () => new Response("who?", { status }) });
    expect((await refusing.answer(navigation("b/one")))?.status).toBe(status);
  }
  const redirect = await fetch("/", { redirect: "manual" });
  Object.defineProperty(redirect, "type", { value: "opaqueredirect" });
  Object.defineProperty(redirect, "ok", { value: false });
  const asking = shellOf(first, { fetch: async () => redirect });
  expect(await asking.answer(navigation("b/one"))).toBe(redirect);
});

test("[O3] a server that is slow, or a proxy that finds none behind it, does not keep anybody from the kept page", async () => {
  await installed(first);
  const slow = shellOf(first, { fetch: never, pause: () => Promise.resolve() });
  expect(await textOf(slow.answer(navigation("b/one")))).toContain(first.script);
  for (const status of [404, 429, 500, 502, 503, 504]) {
    const proxied = shellOf(first, { fetch: async () => new Response("nobody", { status }) });
    expect(await textOf(proxied.answer(navigation("b/one")))).toContain(first.script);
  }
});

test("[O3] where nothing is kept any more, the server's word stands, whatever it is and however late", async () => {
  const failing = shellOf(first, { fetch: async () => new Response("down", { status: 502 }) });
  expect((await failing.answer(navigation("")))?.status).toBe(502);
  const late = shellOf(first, { ...serving(first), pause: () => Promise.resolve() });
  expect(await textOf(late.answer(navigation("")))).toContain(first.script);
  expect((await shellOf(first).answer(navigation("")))?.type).toBe("error");
});

test("[O4] a version is kept whole or not at all, and only with the page that belongs to it", async () => {
  const { fetch } = serving(first);
  const holes = async (request: Request | string) =>
    (typeof request === "string" ? request : request.url).includes("lessons")
      ? new Response("", { status: 404 })
      : fetch(request);
  await expect(shellOf(first, { fetch: holes }).install()).rejects.toThrow("lessons-1.js");
  const between = async (request: Request | string) =>
    serving(request === at("") ? second : first).fetch(request);
  await expect(shellOf(first, { fetch: between }).install()).rejects.toThrow("not the one");
  expect(await caches.keys()).toEqual([]);
});

test("[O5] whoever runs an older version goes on: its parts are kept until nobody runs it", async () => {
  await installed(first);
  const shell = await installed(second);
  await caches.open("of-somebody-else");
  await shell.tidy([at(first.script), at(second.script)]);
  const part = () => textOf(shell.answer(new Request(at("assets/lessons-1.js"))));
  expect(await part()).toBe("first assets/lessons-1.js");
  await shell.tidy([at(second.script)]);
  await expect(part()).rejects.toThrow("Failed to fetch");
  expect(await textOf(shell.answer(new Request(at("assets/lessons-2.js"))))).toBe(
    "second assets/lessons-2.js",
  );
  expect(await caches.keys()).toContain("of-somebody-else");
});

test("a part that is kept nowhere is asked for", async () => {
  const { asked, fetch } = serving(first);
  const shell = shellOf(first, { fetch });
  expect(await textOf(shell.answer(new Request(at("assets/same.css"))))).toBe(
    "first assets/same.css",
  );
  expect(asked).toEqual(["/notes/assets/same.css"]);
});
