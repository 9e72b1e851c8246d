import { useLingui } from "@lingui/react/macro";
import type { PulsePosition } from "@secondstory/shared";

/** The word of each position. */
export function usePositionNames(): Readonly<Record<PulsePosition, string>> {
  const { t } = useLingui();
  return {
    "very-heavy": t`very heavy`,
    heavy: t`heavy`,
    "in-between": t`in between`,
    light: t`light`,
    "very-light": t`very light`,
  };
}
