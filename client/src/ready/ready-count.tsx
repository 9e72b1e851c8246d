// How many are ready, once anybody has said so. Whoever leads opens it: who is awaited, and who is left out and why.
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useControl, useRole } from "../room/use-room.ts";
import { useCountedPeople } from "../room/use-counted-people.ts";
import { announce } from "../ui/live-region.tsx";
import { Popover } from "../ui/popover.tsx";
import { AskBeforeMoving } from "./ask-before-moving.tsx";
import { useAnnounceHands } from "./use-announce-hands.ts";
import { ReadyWords, WhoIsReady } from "./who-is-ready.tsx";

/** `3 of 5 ready`. Nothing while nobody has said so. */
export function ReadyCount() {
  const { t } = useLingui();
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const { counted, ready } = useCountedPeople();
  const [all, done] = [counted.length, ready.length];
  const areAllReady = all > 1 && done === all;
  useAnnounceHands(isFacilitator);
  useEffect(() => {
    if (areAllReady) announce(t`Everyone is ready.`);
  }, [areAllReady, t]);
  if (isSealed) return null;
  return (
    <>
      {isFacilitator && <AskBeforeMoving />}
      {done > 0 &&
        (isFacilitator ? (
          <Popover
            placement="top end"
            title={t`Who is ready`}
            width="narrow"
            trigger={
              <AriaButton className="-mx-1 inline-flex min-h-10 shrink-0 items-center gap-[.3em] rounded-control px-1 text-s whitespace-nowrap text-ink-2 hovered:bg-sunk max-half:hidden coarse:min-h-11">
                <ReadyWords />
              </AriaButton>
            }
          >
            <div className="mt-2">
              <WhoIsReady />
            </div>
          </Popover>
        ) : (
          // From 1024 px on the names say it.
          <span className="text-s whitespace-nowrap text-ink-2 max-half:hidden laptop:hidden">
            <ReadyWords />
          </span>
        ))}
    </>
  );
}
