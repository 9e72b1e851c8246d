import { Trans } from "@lingui/react/macro";
import { plannedMinutes } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { openPanel } from "../screen/panels.ts";
import { Button } from "../ui/button.tsx";

/** `Agenda · 60 min`, at the head of Prepare. */
export function AgendaButton() {
  const minutes = useControl(({ plan, agenda }) => plannedMinutes(plan, agenda));
  return (
    <Button size="small" onPress={() => openPanel("agenda")}>
      <Trans>Agenda · {minutes} min</Trans>
    </Button>
  );
}
