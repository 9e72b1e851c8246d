// What there is to say above the dock: what waits for those who lead, and who leads.
import { useControl, useRole } from "../room/use-room.ts";
import { AsksToWrite } from "./asks-to-write.tsx";
import { AtDoor } from "./at-door.tsx";
import { InboxLine } from "./inbox-line.tsx";
import { SteppedIn, StepIn } from "./stepping-in.tsx";
import { useLeadNews } from "./use-lead-news.ts";

/** Nothing, most of the time. */
export function LeadLines() {
  const role = useRole();
  const isSealed = useControl(({ seal }) => seal !== undefined);
  useLeadNews();
  if (role === "participant") return <StepIn />;
  if (role !== "facilitator") return null;
  return (
    <>
      {!isSealed && <InboxLine />}
      {!isSealed && <AsksToWrite />}
      <SteppedIn />
      <AtDoor />
    </>
  );
}
