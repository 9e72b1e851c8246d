// How everyone leaves: a card each, signed. Passing is a full answer.
import { z } from "zod/mini";
import { defineSection, passOrText } from "./section.ts";

export const checkOut = defineSection({
  id: "check-out",
  fields: { passes: z._default(z.boolean(), false) },
  reportLine: passOrText,
});
