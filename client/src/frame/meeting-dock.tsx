// The dock: the people left, the meeting right. Only here a facilitator moves the meeting.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Archive, ArrowLeft, ArrowRight, Eye, SquareParking } from "lucide-react";
import { Suspense, useState } from "react";
import { phases, readParticipantId, type PhaseId } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import { useWords } from "../i18n/use-words.ts";
import { useBoard, useControl, useMe, useReadOnlyReason, useRole } from "../room/use-room.ts";
import { useLook } from "../screen/look.ts";
import { openPanel } from "../screen/panels.ts";
import { useIsRoomView } from "../screen/sharing.ts";
import { openParking } from "../screen/side-lists.ts";
import { Button } from "../ui/button.tsx";
import { Dock } from "../ui/dock.tsx";
import { Icon } from "../ui/icon.tsx";
import { later } from "../ui/later.ts";
import { NameList } from "../ui/name-list.tsx";
import { useLeadReason } from "./use-lead-reason.ts";
import { usePeople } from "./use-people.ts";
import { useRequest } from "./use-request.ts";

const AskToWrite = later(() => withBoardMessages(import("./ask-to-write.tsx")));
const AsksToWrite = later(() => withBoardMessages(import("./asks-to-write.tsx")));
const InboxLine = later(() => withBoardMessages(import("./inbox-line.tsx")));
const TimerInDock = later(() => withBoardMessages(import("../timer/timer-in-dock.tsx")));
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

/** What is still open in this phase: a remark, never a lock. */
function Remark({ isAlone }: { readonly isAlone: boolean }) {
  const word = useWords();
  const meeting = useControl(({ phase }) => phase);
  const open = useBoard((board) => phases.find(({ id }) => id === meeting)?.unfinished(board));
  const isFirst = meeting === "prepare" && isAlone;
  if (!isFirst && !open) return null;
  return (
    <span className="max-w-52 text-right text-s text-balance text-ink-2 max-[75rem]:hidden">
      {isFirst ? <Trans>You are the first one here.</Trans> : open && word(open)}
    </span>
  );
}

/**
 * In words where there is room for them: on half a screen nobody's name stands beside it, and from 1200 px on there is room
 * for both. A facilitator has other buttons to press: there it is quiet, and says how many ideas wait.
 */
function ParkButton() {
  const { t } = useLingui();
  const isFacilitator = useRole() === "facilitator";
  const count = useBoard(({ order }) => order.parking.length);
  if (useReadOnlyReason()) return null;
  const look = isFacilitator ? "quiet" : "line";
  return (
    <>
      <Button
        look={look}
        className={
          isFacilitator ? "max-[75rem]:hidden" : "max-half:hidden laptop:max-[75rem]:hidden"
        }
        onPress={openParking}
        {...(isFacilitator ? { size: "small" } : { shortcut: "p" })}
      >
        <Icon of={SquareParking} />
        {isFacilitator && count > 0 ? (
          <Plural value={count} one="# parked idea" other="# parked ideas" />
        ) : (
          <Trans>Park an idea</Trans>
        )}
      </Button>
      <Button
        look={look}
        size="icon"
        className={
          isFacilitator
            ? "max-half:hidden min-[75rem]:hidden"
            : "half:max-laptop:hidden min-[75rem]:hidden"
        }
        aria-label={t`Park an idea`}
        tooltip={t`Park an idea`}
        onPress={openParking}
      >
        <Icon of={SquareParking} />
      </Button>
    </>
  );
}

/** Back and on. A facilitator who moves the meeting goes with it. */
function Lead({ isAlone }: { readonly isAlone: boolean }) {
  const { t } = useLingui();
  const word = useWords();
  const request = useRequest();
  const reason = useLeadReason();
  const meeting = useControl(({ phase }) => phase);
  const agenda = useControl((control) => control.agenda);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const hasEvents = useBoard(({ order }) => order.timeline.length > 0);
  const follow = useLook((state) => state.follow);
  const [isMoving, setMoving] = useState(false);
  const at = agenda.indexOf(meeting);
  const before = agenda[at - 1];
  const after = agenda[at + 1];
  const titleOf = (phase: PhaseId) => word(`phases.${phase}.title`);

  const move = async (type: "advance" | "back") => {
    if (isMoving) return;
    setMoving(true);
    const answer = await request({ type, from: meeting });
    setMoving(false);
    if (answer.ok) follow();
  };

  if (isSealed)
    return (
      <Button onPress={() => openPanel("reopen")} disabledReason={reason}>
        <Trans>Reopen the report</Trans>
      </Button>
    );
  return (
    <div className="flex gap-1.5">
      {before && (
        <Button
          size="icon"
          aria-label={t`Move the meeting back to ${titleOf(before)}`}
          tooltip={t`Back to ${titleOf(before)}`}
          disabledReason={reason}
          onPress={() => void move("back")}
        >
          <Icon of={ArrowLeft} />
        </Button>
      )}
      {after ? (
        <Button
          look={at === 0 && isAlone && !hasEvents ? "line" : "ink"}
          disabledReason={reason}
          onPress={() => void move("advance")}
        >
          {at === 0 ? (
            <span>
              {t`Begin with ${titleOf(after)}`}
              <span className="sr-only">: {t`move the meeting on`}</span>
            </span>
          ) : (
            <span>
              <span className="sr-only">{t`Move the meeting on to`} </span>
              {titleOf(after)}
            </span>
          )}
          <Icon of={ArrowRight} />
        </Button>
      ) : (
        <Button look="ink" disabledReason={reason} onPress={() => openPanel("seal")}>
          <Icon of={Archive} /> <Trans>Seal the report</Trans>
        </Button>
      )}
    </div>
  );
}
