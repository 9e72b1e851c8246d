// Answers to questions: a card each, so that two people who answer at once are both heard.
import { z } from "zod/mini";
import { defineSection } from "./section.ts";

export const answers = defineSection({
  id: "answers",
  fields: {
    /** The question it answers, by its card's id. */
    question: z._default(z.nullable(z.string()), null),
  },
});
