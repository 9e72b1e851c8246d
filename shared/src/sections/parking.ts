// Ideas that came before their time: they wait here until the actions.
import { z } from "zod/mini";
import { defineSection } from "./section.ts";

export const parking = defineSection({
  id: "parking",
  fields: {
    /** The phase it was parked in, as text, because a later version may have others. */
    parkedIn: z._default(z.nullable(z.string()), null),
  },
});
