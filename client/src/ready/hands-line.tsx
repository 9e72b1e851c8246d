// Where names are not written out there is no chip to see: whoever leads finds raised hands on a line above the dock.
import { Trans, useLingui } from "@lingui/react/macro";
import { Hand } from "lucide-react";
import type { ParticipantId } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";

/** So many have a place at once: a phone has no room for more. */
const shown = 2;

/** Hands in the order in which they went up; nothing while there are none. */
export function HandsLine() {
  const { t } = useLingui();
  const { me } = useSession();
  const request = useRequest();
  const reason = useLeadReason();
  const hands = useControl((control) => control.hands);
  const roster = useControl((control) => control.roster);
  const up = (Object.keys(hands) as ParticipantId[])
    .filter((id) => id !== me && roster[id])
    .toSorted((a, b) => (hands[a] ?? 0) - (hands[b] ?? 0));
  if (up.length === 0) return null;
  const more = up.length - shown;
  return (
    <ul
      aria-label={t`Raised hands`}
      className="flex flex-wrap items-center gap-2 border-t border-line bg-sheet px-(--page) py-1.5 laptop:hidden"
    >
      {up.slice(0, shown).map((id) => {
        const name = roster[id]?.name ?? "";
        return (
          <li key={id} className="min-w-0">
            <Button
              size="small"
              className="max-w-full min-w-0"
              aria-label={t`Take ${name}’s hand down`}
              disabledReason={reason}
              onPress={() => void request({ type: "lowerHand", participant: id })}
            >
              <span className="sunlit -ml-1.5 inline-flex min-w-0 items-center gap-1 rounded-control px-1.5 py-0.5">
                <Icon of={Hand} />
                <span className="truncate">{name}</span>
              </span>
              <Trans>Down</Trans>
            </Button>
          </li>
        );
      })}
      {more > 0 && (
        <li className="text-s text-ink-2">
          <Trans>{more} more after that.</Trans>
        </li>
      )}
    </ul>
  );
}
