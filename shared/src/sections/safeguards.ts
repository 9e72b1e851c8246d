// Safeguards that were meant to catch it, and what they did.
import { defineSection } from "./section.ts";

export const safeguards = defineSection({ id: "safeguards", fields: {} });
