// Four columns of lessons, each with its question.
import { definePhase } from "./phase.ts";

export const lessons = definePhase({
  id: "lessons",
  words: "phases.lessons",
  sections: ["helped", "slowed", "differently", "knowledge"],
  suggestedMs: { 30: 6 * 60_000, 60: 11 * 60_000, 90: 16 * 60_000 },
  unfinished: () => undefined,
});
