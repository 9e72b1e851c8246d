import { useLingui } from "@lingui/react/macro";
import { Ellipsis } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

interface MoreOnNoteProps {
  /** What kind of thing it is: “Note”. */
  readonly label: string;
  /** The beginning of its words; blank where they are covered or there are none. */
  readonly name: string;
  readonly isTabStop?: boolean;
}

/** The button of a note's menu. */
export function MoreOnNote({ label, name, isTabStop = true }: MoreOnNoteProps) {
  const { t } = useLingui();
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={name === "" ? t`More: ${label}` : t`More: ${name}`}
      excludeFromTabOrder={!isTabStop}
      className="size-8! text-ink-3 coarse:-my-1.5 coarse:size-11!"
    >
      <Icon of={Ellipsis} />
    </Button>
  );
}
