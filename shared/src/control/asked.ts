// What the schemas of requests are put together from.
import { z } from "zod/mini";
import { readCardId, readLinkId, readParticipantId } from "../ids.ts";
import { phaseIds } from "../phases/index.ts";
import { roles } from "../wire/roles.ts";

export const phase = z.enum(phaseIds);
export const role = z.enum(roles);
export const participant = cleaned(readParticipantId, "is not a participant's id");
export const link = cleaned(readLinkId, "is not a link's id");
export const card = cleaned(readCardId, "is not a card's id");

/** What every request may carry, so that asking twice or too late does no harm. */
export const asked = {
  /** Made by the client. The server carries out a request of one id once. */
  id: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** The phase the sender saw. If the meeting has moved on since, nothing is changed. */
  from: z.optional(phase),
};

/** Text that is cleaned while it is read, and refused where nothing comes of it. */
export function cleaned<Clean extends string>(
  clean: (text: string) => Clean | undefined,
  problem: string,
) {
  return z.pipe(
    z.string(),
    z.transform((text: string, context) => {
      const cleanText = clean(text);
      if (cleanText !== undefined) return cleanText;
      context.issues.push({ code: "custom", message: problem, input: text });
      return z.NEVER;
    }),
  );
}
