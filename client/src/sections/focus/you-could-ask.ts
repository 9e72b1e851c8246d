// What whoever leads could ask about an event, by its kind: how and what, never why.
import { t } from "@lingui/core/macro";
import type { KindFamily } from "@secondstory/shared";

/** Two questions for each family of kinds. */
export const youCouldAsk: Readonly<Record<KindFamily, () => readonly string[]>> = {
  mark: () => [t`“What did you see at that moment?”`, t`“Who knew of it by then, and how?”`],
  system: () => [t`“What made you look there?”`, t`“Was this new to anyone in the room?”`],
  noticed: () => [
    t`“What did you see at that moment, on which screen?”`,
    t`“What did you expect to happen next?”`,
  ],
  did: () => [t`“Which options did you weigh?”`, t`“What did you expect to happen next?”`],
  said: () => [t`“How did you know whom to ask?”`, t`“What did they know that you did not?”`],
};
