import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useCommand } from "../../screen/commands.ts";
import { Button, type ButtonProps } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { EventComposerState } from "./use-event-composer.ts";

interface AddEventButtonProps extends Pick<ButtonProps, "look" | "size"> {
  readonly composer: EventComposerState;
}

/** Opens the composer of events; so does its key. */
export function AddEventButton({ composer, ...props }: AddEventButtonProps) {
  const { t } = useLingui();
  const disabledReason = useReadOnlySentence();
  useCommand(
    { id: "add-event", name: t`Add an event`, keys: "e", run: () => composer.open() },
    disabledReason !== undefined,
  );
  return (
    <Button
      {...props}
      shortcut="e"
      disabledReason={disabledReason}
      onPress={() => composer.open()}
      data-add-event
    >
      <Icon of={Plus} />
      {t`Add event`}
    </Button>
  );
}
