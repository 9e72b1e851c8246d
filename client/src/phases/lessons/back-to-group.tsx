// The way back to where the group is in Lessons, for whoever was held by a sentence or looks elsewhere.
import { useLingui } from "@lingui/react/macro";
import { cut } from "../../cards/excerpt-of.ts";
import { ReturnPill } from "../../focus/return-pill.tsx";
import { useBoard } from "../../room/use-room.ts";
import { topicName } from "./topic-name.ts";
import type { Discussion } from "./use-discussion.ts";

/** How much of a title fits into the pill, also on a phone. */
const pillLength = 36;

interface BackToGroupProps {
  readonly discussion: Discussion;
  /** What the group does with all notes; undefined while it talks about a topic, or looks at them. */
  readonly busyWith: "votes" | "notes" | undefined;
}

/** Nothing while this screen is where the group is. */
export function BackToGroup({ discussion, busyWith }: BackToGroupProps) {
  const { t } = useLingui();
  const { group, isElsewhere, comeBack } = discussion;
  const title = useBoard((board) => (group === "columns" ? undefined : topicName(board, group)));
  if (!isElsewhere) return null;
  const short = cut(title ?? "", pillLength);
  const name =
    title !== undefined
      ? t`“${short}”`
      : busyWith === "votes"
        ? t`the vote`
        : busyWith === "notes"
          ? t`the silent writing`
          : t`all notes`;
  return <ReturnPill item={busyWith ?? group} name={name} onReturn={comeBack} />;
}
