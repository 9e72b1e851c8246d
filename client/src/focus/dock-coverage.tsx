// Where the group is on its walk, in the dock of whoever leads and in the room view.
import { Trans } from "@lingui/react/macro";
import { Eye } from "lucide-react";
import { useShownPhase } from "../frame/use-follow-meeting.ts";
import { useIsRoomView } from "../screen/sharing.ts";
import { Icon } from "../ui/icon.tsx";
import { useTimelineItems } from "./use-timeline-items.ts";
import { useTopics } from "./use-topics.ts";
import { useWalk, type WalkState } from "./use-walk.ts";

/** `9 of 20 seen`, or in the room view `event 10 of 20`; nothing on a page that is not walked. */
export function DockCoverage() {
  const shown = useShownPhase();
  if (shown === "timeline") return <OfEvents />;
  return shown === "lessons" ? <OfTopics /> : null;
}

const OfEvents = () => <Walked walk={useWalk(useTimelineItems())} />;
const OfTopics = () => <Walked walk={useWalk(useTopics())} isTopics />;

interface WalkedProps {
  readonly walk: WalkState;
  readonly isTopics?: boolean;
}

function Walked({ walk: { coverage, number, walked }, isTopics = false }: WalkedProps) {
  const isRoomView = useIsRoomView();
  if (isRoomView)
    return number === undefined ? null : (
      <span className="text-s whitespace-nowrap text-ink-2 tabular-nums max-half:hidden">
        {isTopics ? (
          <Trans>
            topic {number} of {walked.length}
          </Trans>
        ) : (
          <Trans>
            event {number} of {walked.length}
          </Trans>
        )}
      </span>
    );
  if (coverage.seen === 0) return null;
  return (
    <span className="flex items-center gap-1.5 text-s whitespace-nowrap text-ink-2 tabular-nums max-[75rem]:hidden">
      <Icon of={Eye} />
      <Trans>
        {coverage.seen} of {coverage.total} seen
      </Trans>
    </span>
  );
}
