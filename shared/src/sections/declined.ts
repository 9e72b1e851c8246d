// Decided not to do: "we do nothing here, because …" is a full result.
import { defineSection } from "./section.ts";

export const declined = defineSection({ id: "declined", fields: {} });
