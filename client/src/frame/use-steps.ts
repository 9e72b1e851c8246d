import { useMemo } from "react";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { lookHref } from "../screen/look.ts";
import type { PathStep } from "../ui/phase-path.tsx";

/** The agenda of this meeting as steps of the path. */
export function useSteps(): readonly PathStep[] {
  const word = useWords();
  const agenda = useControl((control) => control.agenda);
  const skipped = useControl(({ plan }) => plan.skipped);
  return useMemo(
    () =>
      agenda.map((id) => ({
        id,
        title: word(`phases.${id}.title`),
        href: lookHref(id),
        isLeftOut: skipped.includes(id),
      })),
    [agenda, skipped, word],
  );
}
