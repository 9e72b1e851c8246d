// The links of a board, as the server tells facilitators of them.
import { z } from "zod/mini";
import {
  readLinkId,
  readParticipantId,
  roles,
  type BoardId,
  type LinkId,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import { call } from "./api.ts";

const linksSchema = z.object({
  links: z.array(
    z.object({
      link: z.string(),
      role: z.enum(roles),
      madeAt: z.optional(z.number()),
      madeBy: z.optional(z.string()),
      usedBy: z.array(z.string()),
      switchedOffAt: z.optional(z.number()),
    }),
  ),
});

/** A link as the server knows it: without its secret. */
export interface LinkOfBoard {
  readonly link: LinkId;
  readonly role: Role;
  /** Epoch milliseconds, server clock. */
  readonly madeAt: number | undefined;
  readonly madeBy: ParticipantId | undefined;
  /** Who came by it; whoever was removed since is on no roster. */
  readonly usedBy: readonly string[];
  readonly isOff: boolean;
}

/** The links of a board, the oldest first. For facilitators. */
export async function readLinks(board: BoardId): Promise<readonly LinkOfBoard[]> {
  const { links } = linksSchema.parse(await call("GET", `/api/boards/${board}/links`));
  return links.flatMap(({ link: text, role, madeAt, madeBy, usedBy, switchedOffAt }) => {
    const link = readLinkId(text);
    if (!link) return [];
    const isOff = switchedOffAt !== undefined;
    return [{ link, role, madeAt, madeBy: readParticipantId(madeBy), usedBy, isOff }];
  });
}
