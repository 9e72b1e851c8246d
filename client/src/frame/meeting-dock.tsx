// The dock: the people left, the meeting right. Only here a facilitator moves the meeting.
import { Trans } from "@lingui/react/macro";
import { Eye } from "lucide-react";
import { Suspense } from "react";
import { readParticipantId } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import { useControl, useMe } from "../room/use-room.ts";
import { useIsRoomView } from "../screen/sharing.ts";
import { Dock } from "../ui/dock.tsx";
import { Icon } from "../ui/icon.tsx";
import { later } from "../ui/later.ts";
import { NameList } from "../ui/name-list.tsx";
import { Lead } from "./lead.tsx";
import { ParkButton } from "./park-button.tsx";
import { Remark } from "./remark.tsx";
import { usePeople } from "./use-people.ts";

const AskToWrite = later(() => withBoardMessages(import("./ask-to-write.tsx")));
const AsksToWrite = later(() => withBoardMessages(import("./asks-to-write.tsx")));
const InboxLine = later(() => withBoardMessages(import("./inbox-line.tsx")));
const TimerInDock = later(() => withBoardMessages(import("../timer/timer-in-dock.tsx")));
const StandingInDock = later(() => withBoardMessages(import("../agenda/standing-in-dock.tsx")));
const EndingLine = later(() => withBoardMessages(import("../agenda/ending-line.tsx")));
const PersonDetails = later(() => withBoardMessages(import("../panels/person-details.tsx")));

/** The table everyone sits at. */
export function MeetingDock() {
  const people = usePeople();
  const role = useMe()?.role; // nothing is said before it is known
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isRoomView = useIsRoomView();
  const hasTimer = useControl(({ timer }) => timer !== undefined);
  // A phone has no room for all of it: whoever leads there keeps the timer and the way on, the rest is behind ⋯.
  const isCrowded = hasTimer && role === "facilitator";
  return (
    <Dock
      people={
        <div className={isCrowded ? "contents max-half:hidden" : "contents"}>
          <NameList people={people} details={detailsOf} />
        </div>
      }
      above={
        role === "facilitator" &&
        !isSealed && (
          <Suspense>
            <InboxLine />
            <AsksToWrite />
            <EndingLine />
          </Suspense>
        )
      }
    >
      {role === "observer" && !isSealed && (
        <Suspense fallback={<ReadingAlong />}>
          <AskToWrite />
        </Suspense>
      )}
      {role === "facilitator" && !isSealed && <Remark isAlone={people.length === 1} />}
      <Suspense>
        <StandingInDock />
      </Suspense>
      <Suspense>
        <TimerInDock />
      </Suspense>
      {!isRoomView && <ParkButton />}
      {role === "facilitator" && <Lead isAlone={people.length === 1} />}
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

function ReadingAlong() {
  return (
    <span className="flex items-center gap-2 text-s text-ink-2">
      <Icon of={Eye} />
      <Trans>Reading along</Trans>
    </span>
  );
}
