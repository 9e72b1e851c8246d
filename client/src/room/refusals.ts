// What a refused command is in words: one sentence for each code, which the compiler demands.
import { t } from "@lingui/core/macro";
import type { CardExists, CardGone } from "@secondstory/shared";

/** Everything a command of the board may answer instead of doing it. */
export type RefusalCode = (CardGone | CardExists)["code"];

const sentences = {
  "card-gone": () => t`Somebody removed this a moment ago. It can be put back.`,
  "card-exists": () => t`This is on the board already.`,
} satisfies Record<RefusalCode, () => string>;

/** The sentence for a refusal, in the language of the interface. */
export const refusalSentence = (code: RefusalCode): string => sentences[code]();
