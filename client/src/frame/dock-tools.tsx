// The right side of the dock: how the meeting stands, what one does oneself, and what whoever leads does next. It arrives
// after the first paint.
import { StandingInDock } from "../agenda/standing-in-dock.tsx";
import { DockCoverage } from "../focus/dock-coverage.tsx";
import { AskToWrite } from "../leading/ask-to-write.tsx";
import { GatherButton } from "../leading/gather-button.tsx";
import { MyButtons } from "../ready/my-buttons.tsx";
import { ReadyCount } from "../ready/ready-count.tsx";
import { useControl, useMe } from "../room/use-room.ts";
import { useIsRoomView } from "../screen/sharing.ts";
import { TimerInDock } from "../timer/timer-in-dock.tsx";
import { Lead } from "./lead.tsx";
import { Remark } from "./remark.tsx";

/** What is there for my role. */
export default function DockTools({ isAlone }: { readonly isAlone: boolean }) {
  const role = useMe()?.role; // nothing is said before it is known
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isRoomView = useIsRoomView();
  const isLeading = role === "facilitator";
  return (
    <>
      {role === "observer" && !isSealed && <AskToWrite />}
      {isLeading && !isSealed && <Remark isAlone={isAlone} />}
      {(isRoomView || isLeading) && !isSealed && <DockCoverage />}
      <StandingInDock />
      <ReadyCount />
      <TimerInDock />
      {!isRoomView && <MyButtons />}
      {isLeading && !isSealed && !isAlone && <GatherButton />}
      {isLeading && <Lead isAlone={isAlone} />}
    </>
  );
}
