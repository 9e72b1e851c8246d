// The cookies of a browser with seats: one for each seat, which goes to its board alone, and one that names the boards, so
// that a browser whose scripts forgot everything finds them again (ADR 0025). Scripts can read neither.
import { readBoardId, type BoardId } from "@secondstory/shared";
import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { seatCookie } from "../access/identify.ts";
import type { Context } from "./context.ts";

/** The cookie that names the boards of a browser. It opens nothing. */
const boardsCookie = "boards";

/** How many boards are named, the last ones joined: a kilobyte that goes along with every call. */
export const maxNamedBoards = 50;

/** Browsers keep no cookie longer. */
const maxAgeSeconds = 400 * 24 * 60 * 60;

/** Gives a browser its seat, and names the board first among its boards. */
export function giveSeatCookies(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  board: BoardId,
  token: string,
): void {
  const others = namedBoards(request).filter((id) => id !== board);
  setCookies(context, reply, board, token, [board, ...others]);
}

/** Takes a seat's cookie away, and the board off those that are named. */
export function dropSeatCookies(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  board: BoardId,
): void {
  const others = namedBoards(request).filter((id) => id !== board);
  setCookies(context, reply, board, undefined, others);
}

/** The boards that the cookie of a browser names, the last one joined first. Anything may stand in a cookie. */
export function namedBoards({ headers }: Pick<FastifyRequest, "headers">): readonly BoardId[] {
  const text = (headers.cookie && parseCookie(headers.cookie)[boardsCookie]) || "";
  const ids = text.split(".").map(readBoardId);
  return [...new Set(ids.filter((id) => id !== undefined))].slice(0, maxNamedBoards);
}

function setCookies(
  { addresses }: Context,
  reply: FastifyReply,
  board: BoardId,
  token: string | undefined,
  boards: readonly BoardId[],
): void {
  const cookie = (name: string, value: string, path: string) =>
    stringifySetCookie({
      name,
      value,
      path,
      httpOnly: true,
      sameSite: "strict",
      secure: addresses.isHttps,
      maxAge: value === "" ? 0 : maxAgeSeconds,
    });
  reply.header("set-cookie", [
    cookie(seatCookie, token ?? "", addresses.cookiePath(board)),
    cookie(boardsCookie, boards.slice(0, maxNamedBoards).join("."), addresses.boardsPath),
  ]);
}
