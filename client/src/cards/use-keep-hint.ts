// What Enter does in a note that is being written.
import { useLingui } from "@lingui/react/macro";
import { useMediaQuery } from "../screen/use-media-query.ts";

/** The hint below a note: keyboards on a screen know no Shift + Enter. */
export function useKeepHint(): string {
  const { t } = useLingui();
  const isTouch = useMediaQuery("(pointer: coarse)");
  return isTouch ? t`Enter keeps it` : t`Press Enter to keep it, Shift + Enter for a new line`;
}
