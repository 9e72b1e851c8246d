// A real nginx as a company has it: each product under a path of its own, a sign-in in front that sends people back without
// the fragment of the link they came by, and little patience with quiet sockets.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { nginxPath } from "../../scripts/nginx-path.mjs";

interface Proxy {
  readonly stop: () => Promise<void>;
}

/** One product behind the proxy. */
export interface Place {
  /** Such as "/tools/second-story". */
  readonly path: string;
  /** The address of the server behind it. */
  readonly upstream: string;
  /** Whether the proxy takes the path off before it passes a call on. */
  readonly isStripped: boolean;
}

/** Starts nginx on a port; resolves once it answers. After two seconds without a word it closes a socket. */
export async function startNginx(port: number, places: readonly Place[]): Promise<Proxy> {
  const path = nginxPath();
  if (path === undefined) throw new Error("No nginx: install it, or name one in NGINX_PATH.");
  const folder = await mkdtemp(join(tmpdir(), "second-story-nginx-"));
  await mkdir(join(folder, "temp"));
  await writeFile(join(folder, "nginx.conf"), config(port, places));
  const child = spawn(path, ["-p", folder, "-c", "nginx.conf", "-e", "error.log"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended:\n${errors}`);
    const answer = await fetch(`http://127.0.0.1:${port}/login`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Signs in where nginx has sent the browser instead of the page that was asked for. */
export async function signIn(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toHaveCount(0);
}

const loginPage =
  "<!doctype html><title>Sign in</title><h1>Sign in</h1>" +
  "<form action=/signed-in><label>Name <input name=user></label><button>Sign in</button></form>";

const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
  .map((kind) => `${kind}_temp_path temp/${kind};`)
  .join(" ");

const config = (port: number, places: readonly Place[]): string => `
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid nginx.pid;
events {}
http {
  access_log off;
  default_type text/html;
  ${temporary}
  map $http_upgrade $connection_upgrade { default upgrade; "" close; }
  server {
    listen 127.0.0.1:${port};
    location = /login { return 200 "${loginPage}"; }
    location = /signed-in {
      add_header Set-Cookie "company=$arg_user; Path=/; HttpOnly";
      return 302 $scheme://$http_host$cookie_next;
    }
    ${places.map(location).join("\n")}
  }
}
`;

const location = ({ path, upstream, isStripped }: Place): string => `
    location ${path}/ {
      if ($cookie_company = "") {
        add_header Set-Cookie "next=$request_uri; Path=/; HttpOnly";
        return 302 $scheme://$http_host/login;
      }
      proxy_pass ${upstream}${isStripped ? "/" : ""};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-User $cookie_company;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_read_timeout 2s;
    }
`;
