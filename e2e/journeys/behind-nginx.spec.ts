// Behind a company's door: a real nginx with a path for each product, a sign-in that sends people back without the key of
// their link, and little patience with quiet sockets.
import { expect, test, type Page } from "@playwright/test";
import { nginxPath } from "../../scripts/nginx-path.mjs";
import { reveal } from "../lib/boards.ts";
import { signIn, startNginx } from "../lib/nginx.ts";
import { note, writeNote } from "../lib/notes.ts";
import { arrive, dock, goHome, linkFor, look, saved } from "../lib/people.ts";
import { freePort, startServer } from "../lib/server.ts";

const question = "What helped us?";

test.afterEach(({ browser }) => goHome(browser));
test.skip(
  nginxPath() === undefined && !process.env["CI"],
  "NO NGINX: the journey behind a proxy is skipped. Install nginx, or name one in NGINX_PATH.",
);

test("a path, a sign-in that loses the key, a name from the sign-in, and sockets that are cut when they are quiet", async ({
  browser,
}) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const behind = { TRUST_PROXY: "loopback", AUTH_NAME_HEADER: "X-Forwarded-User" };
  // one whose path is taken off and which hardly ever pings; one whose path is left on and which pings in time
  const [quiet, lively] = await Promise.all([
    startServer({ ...behind, PUBLIC_URL: `${origin}/tools/second-story/`, PING_SECONDS: "600" }),
    startServer({ ...behind, PUBLIC_URL: `${origin}/lively`, PING_SECONDS: "1" }),
  ]);
  const nginx = await startNginx(port, [
    { path: "/tools/second-story", upstream: quiet.url, isStripped: true },
    { path: "/lively", upstream: lively.url, isStripped: false },
  ]);
  const open = async (name: string, address: string) => {
    const person = await arrive(browser, origin, name);
    await person.page.goto(address);
    await signIn(person.page, name);
    return person;
  };

  try {
    const kim = await open("Kim", `${origin}/lively/`);
    await kim.page.getByRole("button", { name: "New post-mortem" }).click();
    await saved(kim);
    expect(kim.network.tries()).toBe(3);

    const noa = await open("Noa", `${origin}/tools/second-story/`);
    await noa.page.getByRole("button", { name: "New post-mortem" }).click();
    await saved(noa);
    expect(noa.page.url()).toMatch(/\/tools\/second-story\/b\/[\w-]+(\?|$)/);
    const link = await linkFor(noa, "Participant");
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tools\/second-story\/b\/[\w-]+#[\w-]+$/);

    const lena = await open("Lena", link);
    await expect(
      lena.page.getByRole("heading", { name: "The key is missing from this link" }),
    ).toBeVisible();
    await lena.page.getByRole("textbox", { name: "The whole link" }).fill(link);
    await lena.page.getByRole("button", { name: "Open the board" }).click();
    await expect(lena.page.getByText("You are signed in as Lena")).toBeVisible();
    await lena.page.getByRole("button", { name: "Join the meeting" }).click();
    await expect(dock(lena.page)).toBeVisible();
    expect(await lena.page.evaluate(() => document.cookie)).toBe(""); // seat and sign-in are no script's business

    // the columns are opened through the proxy, too
    const requests = `${link.replace(/#.*/, "").replace("/b/", "/api/boards/")}/requests`;
    expect(await ask(noa.page, requests, reveal)).toBe(200);
    for (const { page } of [noa, lena]) await look(page, "Lessons");
    await writeNote(lena.page, question, "The proxy let everybody in");
    await expect(note(noa.page, "The proxy let everybody in")).toBeVisible();

    // nginx cuts what is quiet for two seconds: the board comes back by itself, and what is written arrives
    const triesBefore = noa.network.tries();
    await expect.poll(() => noa.network.tries()).toBeGreaterThan(triesBefore);
    await writeNote(noa.page, question, "Nobody noticed the break");
    await expect(note(lena.page, "Nobody noticed the break")).toBeVisible();
    await saved(noa);
    // pings in time keep a socket that is older and as quiet
    expect(kim.network.tries()).toBe(3);
    await saved(kim);

    // by hand on the board whose sockets stay; where they are cut, leading waits for the connection as it should
    await kim.page.getByRole("button", { name: "Invite" }).click();
    await kim.page.getByText(/^Everybody who is signed in/).click();
    await kim.page.getByRole("button", { name: "Copy the address" }).click();
    const copied = await kim.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/lively\/b\/[\w-]+$/);
    const address = link.replace(/#.*/, "");
    const admit = JSON.stringify({ type: "admitSignedIn", admit: true });
    expect(await ask(noa.page, requests, admit)).toBe(200);
    const tom = await open("Tom", address);
    await look(tom.page, "Lessons");
    await expect(note(tom.page, "Nobody noticed the break")).toBeVisible();

    // the sign-in ends: the board says so, and how to go on. Its parts lie behind the sign-in too: these have been seen before
    await tom.page.getByRole("button", { name: /^Saved/ }).click();
    await expect(tom.page.getByText(/^Whoever runs the server can read everything/)).toBeVisible();
    await tom.page.keyboard.press("Escape");
    await tom.page.context().clearCookies({ name: "company" });
    const pill = tom.page.getByRole("button", { name: /^Offline/ });
    await pill.click();
    await expect(tom.page.getByText(/^You are signed out where this server stands/)).toBeVisible();
    await tom.page.getByRole("button", { name: "Load anew and sign in" }).click();
    await signIn(tom.page, "Tom");
    await expect(note(tom.page, "Nobody noticed the break")).toBeVisible();
    await tom.page.getByRole("link", { name: "Second Story, first page" }).click();
    await expect(tom.page).toHaveURL(`${origin}/tools/second-story/`);
  } finally {
    await nginx.stop();
    await Promise.all([quiet.remove(), lively.remove()]);
  }
});

/** Asks the server as the page does, and answers the status. */
const ask = (page: Page, url: string, body: string): Promise<number> =>
  page.evaluate(
    async ([to, asked]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(to, { method: "POST", headers, body: asked })).status;
    },
    [url, body] as const,
  );
