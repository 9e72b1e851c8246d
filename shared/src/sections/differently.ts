// A column of the lessons: the notes on one of the four questions.
import { defineSection } from "./section.ts";

export const differently = defineSection({ id: "differently", fields: {} });
