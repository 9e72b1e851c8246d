// The one page. The path under which people find the product is put into its <base>, so that one build serves every path,
// and the settings that a browser goes by into its head; done once at the start, and pressed once.
import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The page as it goes out. */
export interface Page {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly tag: string;
}

/** The settings that a browser goes by. */
export interface PageSettings {
  /** How long somebody may be gone. */
  readonly awaySeconds: number;
  /** The most votes that everybody may be given. */
  readonly mostVotes: number;
}

/** Makes the page for a path such as "" or "/second-story", and tells it the settings. */
export function pageAt(path: string, html: string, { awaySeconds, mostVotes }: PageSettings): Page {
  const base = `<base href="${path}/"`; // readSettings lets no path through that would need escaping
  const said = (name: string, value: number) => (text: string) =>
    text.replace(new RegExp(`name="${name}" content="\\d+"`), `name="${name}" content="${value}"`);
  const withSettings = said("most-votes", mostVotes)(said("away-seconds", awaySeconds)(html));
  const plain = Buffer.from(withSettings.replace(/<base href="[^"]*"/, () => base));
  const tag = createHash("sha256").update(plain).digest("base64url").slice(0, 20);
  return { plain, br: brotliCompressSync(plain), gzip: gzipSync(plain), tag };
}

/** Answers with the page, or with 304 to a browser that has it. */
export function sendPage(page: Page, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const accepted = request.headers["accept-encoding"] ?? "";
  const encoding = (["br", "gzip"] as const).find((name) => accepts(accepted, name));
  const tag = `"${page.tag}${encoding ? `-${encoding}` : ""}"`;
  reply.headers({ "cache-control": "no-cache", vary: "accept-encoding", etag: tag });
  const known = request.headers["if-none-match"]?.split(",").map((one) => one.trim());
  // a proxy that presses pages itself calls their tags weak
  if (known?.some((one) => one.replace(/^W\//, "") === tag)) return reply.code(304).send();
  if (encoding) reply.header("content-encoding", encoding);
  return reply.type("text/html; charset=utf-8").send(page[encoding ?? "plain"]);
}

const accepts = (accepted: string, name: string): boolean =>
  accepted
    .split(",")
    .some((one) => one.trim().split(";")[0] === name && !/;\s*q=0(\.0*)?$/.test(one.trim()));
