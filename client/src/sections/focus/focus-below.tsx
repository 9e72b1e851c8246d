// Where there is no room beside the list, what belongs to the event in focus stands below it: open on half a screen, behind a
// button on a phone, where it opens as a sheet.
import { Trans } from "@lingui/react/macro";
import { MessagesSquare } from "lucide-react";
import { useState } from "react";
import type { CardOf } from "@secondstory/shared";
import { useMediaQuery } from "../../screen/use-media-query.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { itemName } from "./event-name.ts";
import { BelongsTo } from "./in-focus-event.tsx";

/** Loaded when an event is first in focus. */
export default function FocusBelow({ event }: { readonly event: CardOf<"timeline"> }) {
  const { zone } = useTimeZone();
  const hasPane = useMediaQuery("(width >= 64rem)");
  const isPhone = useMediaQuery("(width < 37.5rem)");
  const [isOpen, setOpen] = useState(false);
  if (hasPane) return null;
  if (!isPhone)
    return (
      <div className="mt-3 max-w-160">
        <BelongsTo event={event} />
      </div>
    );
  return (
    <>
      <Button size="small" className="mt-2" onPress={() => setOpen(true)}>
        <Icon of={MessagesSquare} /> <Trans>Questions and notes</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={itemName(event, zone)}
        className="self-end"
        actions={
          <Button onPress={() => setOpen(false)}>
            <Trans>Close</Trans>
          </Button>
        }
      >
        <BelongsTo event={event} />
      </Dialog>
    </>
  );
}
