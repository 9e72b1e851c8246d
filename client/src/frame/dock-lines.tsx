// The lines above the dock: what waits for an answer. It arrives after the first paint.
import { EndingLine } from "../agenda/ending-line.tsx";
import { AsideLine } from "../aside/aside-line.tsx";
import { LeadLines } from "../leading/lead-lines.tsx";
import { HandsLine } from "../ready/hands-line.tsx";
import { ReadyLine } from "../ready/ready-line.tsx";
import { useControl, useRole } from "../room/use-room.ts";

/** Nothing, most of the time. */
export default function DockLines() {
  const isLeading = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  return (
    <>
      <AsideLine />
      <LeadLines />
      {isLeading && !isSealed && (
        <>
          <EndingLine />
          <HandsLine />
          <ReadyLine />
        </>
      )}
    </>
  );
}
