// Where people say that they are ready and some have not yet, the first press of the way on says so and the second, within
// some seconds, goes on. Where nobody uses it, nobody is asked; nor is whoever goes back.
import { useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useEffect, useState } from "react";
import { useControl } from "../room/use-room.ts";
import { useBeforeMoving } from "../screen/before-moving.ts";
import { announce } from "../ui/live-region.tsx";
import { useAwaited } from "./use-awaited.ts";

/** How long the first press is remembered. */
const askedMs = 8_000;

/** Asks once more, above the dock's right end, where the way on is. */
export function AskBeforeMoving() {
  const { t } = useLingui();
  const agenda = useControl((control) => control.agenda);
  const awaited = useAwaited();
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    const timer = setTimeout(() => setAsked(undefined), askedMs);
    return () => clearTimeout(timer);
  }, [asked]);
  useBeforeMoving((from, to) => {
    const isOn = agenda.indexOf(to) > agenda.indexOf(from);
    if (!isOn || awaited === 0 || asked !== undefined) {
      setAsked(undefined);
      return true;
    }
    const sentence = t`${plural(awaited, {
      one: "# person is not ready yet.",
      other: "# people are not ready yet.",
    })} Press again to go on.`;
    setAsked(sentence);
    announce(sentence);
    return false;
  });
  if (asked === undefined) return null;
  return (
    <p className="absolute right-(--page) bottom-full mb-2 w-max max-w-72 text-balance rounded-control bg-ink px-3 py-2 text-s text-on-ink">
      {asked}
    </p>
  );
}
