// How somebody stands at the door of a board.
import { z } from "zod/mini";
import type { BoardId } from "@secondstory/shared";
import { call } from "../room/api.ts";

const standing = z.object({
  stands: z.enum(["in", "waiting", "turned-away"]),
  /** How they are called there. */
  name: z.optional(z.string()),
  /** How long until they may ask again. */
  againInMs: z.optional(z.number()),
});

/** What the server says to somebody at the door. */
export type Standing = z.infer<typeof standing>;

/** Asks by the seat that this browser has. Throws an ApiFailure. */
export const readDoor = async (board: BoardId): Promise<Standing> =>
  standing.parse(await call("GET", `/api/boards/${board}/door`));
