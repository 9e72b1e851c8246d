// How everyone arrives: a card each, signed. Passing is a full answer.
import { z } from "zod/mini";
import { defineSection, passOrText } from "./section.ts";

export const checkIn = defineSection({
  id: "check-in",
  fields: { passes: z._default(z.boolean(), false) },
  reportLine: passOrText,
});
