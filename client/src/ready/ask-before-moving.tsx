// Where people say that they are ready and some have not yet, the first press of the way on says so and the second, within
// some seconds, goes on. Where nobody uses it, nobody is asked; nor is whoever goes back.
import { useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { Asked, useAskOnce } from "../frame/ask-once.tsx";
import { useControl } from "../room/use-room.ts";
import { useBeforeMoving } from "../screen/before-moving.ts";
import { useAwaited } from "./use-awaited.ts";

/** Asks once more, above the dock's right end, where the way on is. */
export function AskBeforeMoving() {
  const { t } = useLingui();
  const agenda = useControl((control) => control.agenda);
  const awaited = useAwaited();
  const { asked, mayGo } = useAskOnce();
  useBeforeMoving((from, to) => {
    const isOn = agenda.indexOf(to) > agenda.indexOf(from);
    if (!isOn || awaited === 0) return mayGo(undefined);
    const sentence = t`${plural(awaited, {
      one: "# person is not ready yet.",
      other: "# people are not ready yet.",
    })} Press again to go on.`;
    return mayGo(asked ?? sentence); // one more who is ready meanwhile asks nothing anew
  });
  return asked !== undefined && <Asked className="right-(--page)">{asked}</Asked>;
}
