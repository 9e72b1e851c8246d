// Which topic this screen shows while the group discusses them one at a time. It goes along with the group; whoever is typing
// when the light moves stays where they type, and whoever looks elsewhere stays there, with a pill.
//
//   columns ──(a topic comes into the light)──▶ its page
//      └────(while I type)──▶ columns, and the pill
//   its page ──(the light moves)──▶ the next ──(while I type)──▶ this one, and the pill
import { useState } from "react";
import type { CardId, WalkItem } from "@secondstory/shared";
import { useItemInFocus } from "../../focus/use-focus.ts";
import { useWalk, type WalkState } from "../../focus/use-walk.ts";
import { isTyping } from "../../screen/is-typing.ts";
import { useTopics } from "../../focus/use-topics.ts";

type Held = CardId | "columns";

export interface Discussion {
  readonly walk: WalkState;
  /** The topic this screen shows; undefined where it shows all notes. */
  readonly shown: WalkItem | undefined;
  /** Whether the group is at another topic than this screen. */
  readonly isElsewhere: boolean;
  /** Looks at a topic, or at all notes, alone; back at the group's topic it goes along again. */
  readonly lookAt: (where: Held) => void;
  readonly comeBack: () => void;
}

/** Once on the page of the lessons. */
export function useDiscussion(): Discussion {
  const walk = useWalk(useTopics());
  const inFocus = useItemInFocus();
  const current = walk.current && inFocus;
  const [last, setLast] = useState(current);
  const [held, setHeld] = useState<Held>();
  if (current !== last) {
    setLast(current);
    setHeld(current !== undefined && isTypingInTopic() ? (held ?? last ?? "columns") : undefined);
  }
  const topic = held === undefined ? walk.current : walk.items.find(({ id }) => id === held);
  return {
    walk,
    shown: current === undefined ? undefined : topic,
    isElsewhere: current !== undefined && held !== undefined,
    lookAt: (where) => setHeld(where === walk.current?.id ? undefined : where),
    comeBack: () => setHeld(undefined),
  };
}

/** What is written in the line of remarks keeps its topic by itself. */
const isTypingInTopic = (): boolean =>
  isTyping() && !document.activeElement?.closest("[data-remark]");
