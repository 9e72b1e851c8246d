// Questions on events: what somebody would like to know, and from whom. Each stays open until it is answered.
import { z } from "zod/mini";
import { defineSection } from "./section.ts";

export const questions = defineSection({
  id: "questions",
  fields: {
    /** The event it is about, by its card's id; null where it is about none. */
    about: z._default(z.nullable(z.string()), null),
    /** Whom it is put to: a name, as with the owner of an action; null is everybody. */
    to: z._default(z.nullable(z.string()), null),
    /** It was answered aloud: nobody needs to write that down. */
    settled: z._default(z.boolean(), false),
  },
});
