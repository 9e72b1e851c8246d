// What is left of the top bar in the room view: whose post-mortem, whether it is saved, and the way back.
import { Trans } from "@lingui/react/macro";
import { Minimize2 } from "lucide-react";
import { useWords } from "../i18n/use-words.ts";
import { MeetingElsewhere } from "./meeting-elsewhere.tsx";
import { Status } from "./status.tsx";
import { useControl } from "../room/use-room.ts";
import { setRoomView } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** The line above a page in the room view. It scrolls away with the page. */
export function RoomTop() {
  const word = useWords();
  const title = useControl((control) => control.title.trim());
  return (
    <header
      data-screen-only
      className="flex flex-wrap items-center gap-x-4 gap-y-1 px-(--page) pt-2 text-s text-ink-2"
    >
      <p className="min-w-0 flex-1 truncate font-story">{title || word("board.untitled")}</p>
      <MeetingElsewhere />
      <Status />
      <Button look="quiet" size="small" shortcut="f" onPress={() => setRoomView(false)}>
        <Icon of={Minimize2} /> <Trans>Leave the room view</Trans>
      </Button>
    </header>
  );
}
