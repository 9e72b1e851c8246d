// Close: everybody is heard once more.
import { definePhase } from "./phase.ts";

export const checkOut = definePhase({
  id: "check-out",
  words: "phases.check-out",
  sections: ["check-out"],
  suggestedMs: { 30: 2 * 60_000, 60: 3 * 60_000, 90: 4 * 60_000 },
  hasPulse: true,
  unfinished: () => undefined,
});
