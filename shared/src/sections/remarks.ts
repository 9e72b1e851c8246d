// What was said about an event or a note while the group looked at it: written down by whoever takes notes.
import { z } from "zod/mini";
import { defineSection } from "./section.ts";

export const remarks = defineSection({
  id: "remarks",
  fields: {
    /** What it is about, by its card's id. */
    about: z._default(z.nullable(z.string()), null),
  },
});
