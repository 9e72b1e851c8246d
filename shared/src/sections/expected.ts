// People who are expected at the meeting: a name or a role each, which somebody on the roster may turn out to be.
import { z } from "zod/mini";
import { defineSection } from "./section.ts";

export const expected = defineSection({
  id: "expected",
  fields: {
    /** Who it is, by their id on the roster, where somebody said so by hand; null goes by the name. */
    joinedAs: z._default(z.nullable(z.string()), null),
  },
});
