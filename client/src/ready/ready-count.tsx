// How many are ready, once anybody has said so. Whoever leads opens it: who is awaited, and who is left out and why.
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { Participant } from "@secondstory/shared";
import { useControl, useRole } from "../room/use-room.ts";
import { useCountedPeople } from "../room/use-counted-people.ts";
import { announce } from "../ui/live-region.tsx";
import { Popover } from "../ui/popover.tsx";
import { AskBeforeMoving } from "./ask-before-moving.tsx";
import { MeReady } from "./me-ready.tsx";
import { useAnnounceHands } from "./use-announce-hands.ts";

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
  const count = (
    <Trans>
      <b className="font-semibold text-ink">
        {done} of {all}
      </b>{" "}
      ready
    </Trans>
  );
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
                {count}
              </AriaButton>
            }
          >
            <Details />
          </Popover>
        ) : (
          // From 1024 px on the names say it.
          <span className="text-s whitespace-nowrap text-ink-2 max-half:hidden laptop:hidden">
            {count}
          </span>
        ))}
    </>
  );
}

function Details() {
  const { t } = useLingui();
  const { ready, awaited, away, late } = useCountedPeople();
  const knocks = useControl(({ door }) => door.knocks);
  const atDoor = Object.values(knocks).filter((knock) => knock.turnedAwayAt === null);
  return (
    <div className="mt-2 grid gap-3">
      <Names title={t`Ready`} people={ready} />
      <Names title={t`Not yet`} people={awaited} />
      <Names title={t`Away, not counted`} people={away} />
      <Names title={t`Came later, not counted`} people={late} />
      <Names title={t`At the door, not counted`} people={atDoor} />
      <MeReady />
    </div>
  );
}

function Names({
  title,
  people,
}: {
  readonly title: string;
  readonly people: readonly Pick<Participant, "id" | "name">[];
}) {
  if (people.length === 0) return null;
  return (
    <div>
      <h3 className="type-over">{title}</h3>
      <p className="wrap-anywhere">{people.map(({ name }) => name).join(", ")}</p>
    </div>
  );
}
