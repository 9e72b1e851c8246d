// Which address this server is known by, which origins are its own, and how links to its boards look. Links are built here
// and nowhere else.
import type { BoardId } from "@secondstory/shared";
import type { FastifyRequest } from "fastify";

/** What a request tells about the address it came to; behind a trusted proxy, the one the proxy was asked for. */
type Asked = Pick<FastifyRequest, "protocol" | "host">;

/** The addresses of one server. */
export interface Addresses {
  /** The path under which people find everything, without a slash at its end: "" or "/second-story". */
  readonly path: string;
  /** The host people ask for, as far as it is known beforehand. */
  readonly host: string | undefined;
  /** An address as the routes know it: proxies may take the path off or leave it on. */
  inside(url: string): string;
  /** The link that gives a role on a board. The secret stands in the fragment, which browsers never send. */
  boardLink(asked: Asked, board: BoardId, secret: string): string;
  /** Where a seat's cookie is sent. */
  cookiePath(board: BoardId): string;
  /** Where all calls on boards go. */
  readonly boardsPath: string;
  isHttps: boolean;
  /** Whether an Origin header names this server: PUBLIC_URL's, or without one the host that was asked. */
  isOwn(asked: Pick<Asked, "host">, origin: string | undefined): boolean;
}

/** The addresses of a server known by `publicUrl`, or else by whatever it is called. */
export function addressesOf(publicUrl: URL | undefined): Addresses {
  const path = publicUrl?.pathname.replace(/\/+$/, "") ?? "";
  const boardsPath = `${path}/api/boards`;
  const base = ({ protocol, host }: Asked) => publicUrl?.origin ?? `${protocol}://${host}`;
  return {
    path,
    host: publicUrl?.host,
    inside(url) {
      if (path === "" || !url.startsWith(path)) return url;
      const rest = url.slice(path.length);
      if (rest === "" || rest.startsWith("?")) return `/${rest}`;
      return rest.startsWith("/") ? rest : url;
    },
    boardLink: (asked, board, secret) => `${base(asked)}${path}/b/${board}#${secret}`,
    cookiePath: (board) => `${boardsPath}/${board}`,
    boardsPath,
    isHttps: publicUrl?.protocol === "https:",
    isOwn(asked, origin) {
      if (origin === undefined) return false;
      if (publicUrl) return origin === publicUrl.origin;
      try {
        return new URL(origin).host === asked.host;
      } catch {
        return false; // "null", or nothing that names a host
      }
    },
  };
}
