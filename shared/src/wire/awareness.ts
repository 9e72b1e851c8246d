// What each client tells the others about itself while it is here, on the `board` socket alone. Never a name, never a
// word: names and caret colours come from the roster.
import { z } from "zod/mini";

const awarenessState = z.looseObject({
  participantId: z.optional(z.string()),
  /** The phase this client looks at. */
  lookingAt: z.optional(z.string()),
  /** What is being edited: a card's id or the name of a shared text. */
  editing: z.optional(z.nullable(z.string())),
  /** Its page has not been seen for a while. */
  isAway: z.optional(z.boolean()),
});

/** One client's state. `cursor` and other keys of the editor lie beside these and are passed on untouched. */
export type AwarenessState = z.infer<typeof awarenessState>;

/** A state as another client sent it, or undefined for one that cannot be understood. */
export function readAwarenessState(state: unknown): AwarenessState | undefined {
  const parsed = awarenessState.safeParse(state);
  return parsed.success ? parsed.data : undefined;
}
