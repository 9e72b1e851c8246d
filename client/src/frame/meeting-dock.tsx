// The dock: the people left, the meeting right. Only here a facilitator moves the meeting.
import { Suspense } from "react";
import { readParticipantId } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import { useControl, useMe } from "../room/use-room.ts";
import { Dock } from "../ui/dock.tsx";
import { later } from "../ui/later.ts";
import { NameList } from "../ui/name-list.tsx";
import { usePeople } from "./use-people.ts";

const DockLines = later(() => withBoardMessages(import("./dock-lines.tsx")));
const DockTools = later(() => withBoardMessages(import("./dock-tools.tsx")));
const PersonDetails = later(() => withBoardMessages(import("../panels/person-details.tsx")));

/** The table everyone sits at. */
export function MeetingDock() {
  const people = usePeople();
  const role = useMe()?.role;
  const hasTimer = useControl(({ timer }) => timer !== undefined);
  // A phone has no room for all of it: beside the timer stays what one does there oneself, the people are behind ⋯.
  const isCrowded = hasTimer && role !== "observer";
  return (
    <Dock
      people={
        <div className={isCrowded ? "contents max-half:hidden" : "contents"}>
          <NameList people={people} details={detailsOf} />
        </div>
      }
      above={
        <Suspense>
          <DockLines />
        </Suspense>
      }
    >
      <Suspense>
        <DockTools isAlone={people.length === 1} />
      </Suspense>
    </Dock>
  );
}

function detailsOf(id: string, close: () => void) {
  const person = readParticipantId(id);
  return (
    person && (
      <Suspense>
        <PersonDetails id={person} onRenamed={close} />
      </Suspense>
    )
  );
}
