// Arrive: everybody is heard once, and the frame is set.
import { definePhase } from "./phase.ts";

export const checkIn = definePhase({
  id: "check-in",
  words: "phases.check-in",
  sections: ["check-in"],
  suggestedMs: { 30: 3 * 60_000, 60: 5 * 60_000, 90: 7 * 60_000 },
  hasPulse: true,
  unfinished: () => undefined,
});
