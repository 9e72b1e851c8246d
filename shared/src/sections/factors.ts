// Contributing factors: the conditions that had to come together.
import { defineSection } from "./section.ts";

export const factors = defineSection({ id: "factors", fields: {} });
