// How the meeting is doing against its agenda, in the dock: in words, quiet, for everyone. In time it says nothing.
import { useLingui } from "@lingui/react/macro";
import { openPanel } from "../screen/panels.ts";
import { TextButton } from "../ui/text-button.tsx";
import { StandingWords } from "./standing-words.tsx";
import { useLateMinutes } from "./use-standing.ts";

/** Opens the agenda. A narrow screen has no room for it: there the sheet of the timer and the menu tell it. */
export function StandingInDock() {
  const { t } = useLingui();
  const lateMinutes = useLateMinutes();
  if (!lateMinutes) return null;
  return (
    <span className="text-s whitespace-nowrap text-ink-2 max-[75rem]:hidden">
      <span className="sr-only">{t`Against the agenda:`} </span>
      <TextButton look="plain" onPress={() => openPanel("agenda")}>
        <StandingWords lateMinutes={lateMinutes} />
      </TextButton>
    </span>
  );
}
