// The dock: the people left, the meeting right. Only here a facilitator moves the meeting.
import { Suspense } from "react";
import { readParticipantId } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import { useControl, useMe } from "../room/use-room.ts";
import { useIsRoomView } from "../screen/sharing.ts";
import { Dock } from "../ui/dock.tsx";
import { later } from "../ui/later.ts";
import { NameList } from "../ui/name-list.tsx";
import { usePeople } from "./use-people.ts";

const DockCoverage = later(() => withBoardMessages(import("../focus/dock-coverage.tsx")));
const AsideLine = later(() => withBoardMessages(import("../aside/aside-line.tsx")));
const TimerInDock = later(() => withBoardMessages(import("../timer/timer-in-dock.tsx")));
const StandingInDock = later(() => withBoardMessages(import("../agenda/standing-in-dock.tsx")));
const EndingLine = later(() => withBoardMessages(import("../agenda/ending-line.tsx")));
const Lead = later(() => withBoardMessages(import("./lead.tsx")));
const Remark = later(() => withBoardMessages(import("./remark.tsx")));
const HandsLine = later(() => withBoardMessages(import("../ready/hands-line.tsx")));
const MyButtons = later(() => withBoardMessages(import("../ready/my-buttons.tsx")));
const ReadyCount = later(() => withBoardMessages(import("../ready/ready-count.tsx")));
const Leading = later(() => withBoardMessages(import("../leading/in-dock.tsx")));
const PersonDetails = later(() => withBoardMessages(import("../panels/person-details.tsx")));

/** The table everyone sits at. */
export function MeetingDock() {
  const people = usePeople();
  const role = useMe()?.role; // nothing is said before it is known
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isRoomView = useIsRoomView();
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
          <AsideLine />
          <Leading part="lines" />
          {role === "facilitator" && !isSealed && (
            <>
              <EndingLine />
              <HandsLine />
            </>
          )}
        </Suspense>
      }
    >
      {role === "observer" && !isSealed && (
        <Suspense>
          <Leading part="ask" />
        </Suspense>
      )}
      {(isRoomView || role === "facilitator") && !isSealed && (
        <Suspense>
          <DockCoverage />
        </Suspense>
      )}
      <Suspense>
        {role === "facilitator" && !isSealed && <Remark isAlone={people.length === 1} />}
        <StandingInDock />
        <ReadyCount />
      </Suspense>
      <Suspense>
        <TimerInDock />
      </Suspense>
      {!isRoomView && (
        <Suspense>
          <MyButtons />
        </Suspense>
      )}
      {role === "facilitator" && !isSealed && people.length > 1 && (
        <Suspense>
          <Leading part="gather" />
        </Suspense>
      )}
      {role === "facilitator" && (
        <Suspense>
          <Lead isAlone={people.length === 1} />
        </Suspense>
      )}
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
