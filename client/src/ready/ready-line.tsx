// On a phone the dock has no room for the count: whoever leads finds it on a line above.
import { ChevronRight } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useCountedPeople } from "../room/use-counted-people.ts";
import { openPanel } from "../screen/panels.ts";
import { useMediaQuery } from "../screen/use-media-query.ts";
import { Icon } from "../ui/icon.tsx";
import { ReadyWords } from "./who-is-ready.tsx";

/** Opens the list of people; nothing while nobody has said that they are ready. */
export function ReadyLine() {
  const isPhone = useMediaQuery("(width < 37.5rem)");
  const { ready } = useCountedPeople();
  if (!isPhone || ready.length === 0) return null;
  return (
    <AriaButton
      onPress={() => openPanel("people")}
      className="flex min-h-10 w-full items-center gap-1.5 border-t border-line bg-paper px-(--page) text-s text-ink-2 hovered:bg-sunk coarse:min-h-11"
    >
      <span>
        <ReadyWords />
      </span>
      <Icon of={ChevronRight} className="ml-auto" />
    </AriaButton>
  );
}
