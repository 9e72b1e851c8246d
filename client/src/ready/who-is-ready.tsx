// Who is ready, who is awaited, and who is left out and why; and for whoever leads, saying it of themselves.
import { Trans, useLingui } from "@lingui/react/macro";
import type { Participant } from "@secondstory/shared";
import { useControl, useReadOnlyReason, useRole } from "../room/use-room.ts";
import { useCountedPeople } from "../room/use-counted-people.ts";
import { MeReady } from "./me-ready.tsx";

/** Everybody by where they stand; a list that is empty is left out. */
export function WhoIsReady() {
  const { t } = useLingui();
  const { ready, awaited, away, late } = useCountedPeople();
  const knocks = useControl(({ door }) => door.knocks);
  const hands = useControl((control) => control.hands);
  const roster = useControl((control) => control.roster);
  const isLeading = useRole() === "facilitator";
  const canSaySo = useReadOnlyReason() === undefined && isLeading;
  const atDoor = Object.values(knocks).filter((knock) => knock.turnedAwayAt === null);
  const up = Object.values(roster)
    .filter(({ id }) => hands[id] !== undefined)
    .toSorted((a, b) => (hands[a.id] ?? 0) - (hands[b.id] ?? 0));
  return (
    <div className="grid gap-3">
      <Names title={t`Raised hands`} people={up} />
      <Names title={t`Ready`} people={ready} />
      <Names title={t`Not yet`} people={awaited} />
      <Names title={t`Away, not counted`} people={away} />
      <Names title={t`Came later, not counted`} people={late} />
      <Names title={t`At the door, not counted`} people={atDoor} />
      {canSaySo && <MeReady />}
    </div>
  );
}

/** `3 of 5 ready`. */
export function ReadyWords() {
  const { counted, ready } = useCountedPeople();
  const [all, done] = [counted.length, ready.length];
  return (
    <Trans>
      <b className="font-semibold text-ink">
        {done} of {all}
      </b>{" "}
      ready
    </Trans>
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
