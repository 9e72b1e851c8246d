import { t } from "@lingui/core/macro";
import { useIsSharing } from "./sharing.ts";

/**
 * What a private field shows: its text, or, while others may see this screen and nobody writes in it, a placeholder in its
 * place. The text itself stays as it is.
 */
export function useCoveredText(
  text: string,
  placeholder: string | undefined,
  hasFocus: boolean,
): { readonly value: string; readonly placeholder: string | undefined } {
  const isCovered = useIsSharing() && !hasFocus && text !== "";
  return isCovered
    ? { value: "", placeholder: t`Your unsent text, hidden` }
    : { value: text, placeholder };
}
