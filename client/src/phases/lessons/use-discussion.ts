// Which topic this screen shows while the group discusses them one at a time. It goes along with the group; whoever is typing
// when the group goes on stays where they type, and whoever looks elsewhere stays there, with a pill.
//
//   with the group ──(the light moves, goes out, or the group writes or votes)──▶ along with it
//         │ └──(while I type)──▶ held where I am, and the pill
//         └──(I look at another topic, at all notes, or arrive at a card)──▶ held there, and the pill
//   held ──(the pill, or the group comes to where I am)──▶ with the group
import { useEffect, useState } from "react";
import { lessonSections, topicOf, type CardId, type WalkItem } from "@secondstory/shared";
import { useItemInFocus } from "../../focus/use-focus.ts";
import { useTopics } from "../../focus/use-topics.ts";
import { useWalk, type WalkState } from "../../focus/use-walk.ts";
import { useSession } from "../../room/use-session.ts";
import { useArriving } from "../../screen/arriving.ts";
import { isTyping } from "../../screen/is-typing.ts";

/** A topic, by the card that stands for it, or the page of all notes. */
type DiscussionPlace = CardId | "columns";

export interface Discussion {
  readonly walk: WalkState;
  /** The topic this screen shows; undefined where it shows all notes. */
  readonly shown: WalkItem | undefined;
  /** Where the group is. */
  readonly group: DiscussionPlace;
  /** Whether the group is at another place than this screen. */
  readonly isElsewhere: boolean;
  /** Looks at a topic, or at all notes, alone; back where the group is it goes along again. */
  readonly lookAt: (where: DiscussionPlace) => void;
  readonly comeBack: () => void;
}

/** Once on the page of the lessons. While the group is busy with notes, writing or voting, it is at all of them. */
export function useDiscussion(isBusy: boolean): Discussion {
  const walk = useWalk(useTopics());
  const inFocus = useItemInFocus();
  const group: DiscussionPlace = (!isBusy && walk.current && inFocus) || "columns";
  const [last, setLast] = useState(group);
  const [held, setHeld] = useState<DiscussionPlace>();
  const isSame = (where: DiscussionPlace) =>
    where === group || (itemAt(walk.items, where)?.id ?? where) === itemAt(walk.items, group)?.id;
  if (group !== last) {
    setLast(group);
    if (held !== undefined && isSame(held)) setHeld(undefined);
    else if (held === undefined && staysAt(last, group)) setHeld(last);
  }
  const lookAt = (where: DiscussionPlace) => setHeld(isSame(where) ? undefined : where);
  useLookWhereIArrive(group, setHeld);
  const shown = useKept(
    (held ?? group) === "columns" ? undefined : itemAt(walk.items, held ?? group),
    held !== undefined && held !== "columns",
  );
  return {
    walk,
    shown,
    group,
    isElsewhere: held !== undefined && !isSame(held),
    lookAt,
    comeBack: () => setHeld(undefined),
  };
}

/** What is written in the line of remarks goes along from topic to topic: it knows its own by itself. */
function staysAt(from: DiscussionPlace, to: DiscussionPlace): boolean {
  const isInRemark = document.activeElement?.closest("[data-remark]") != null;
  return isTyping() && !(isInRemark && from !== "columns" && to !== "columns");
}

const itemAt = (items: readonly WalkItem[], id: DiscussionPlace): WalkItem | undefined =>
  items.find((item) => item.id === id || item.cards.some((card) => card === id));

/** A topic that is gone, taken apart or removed by another, stays for as long as this screen is held at it. */
function useKept(item: WalkItem | undefined, isHeld: boolean): WalkItem | undefined {
  const [kept, setKept] = useState(item);
  if (item && item !== kept) setKept(item);
  return item ?? (isHeld ? kept : undefined);
}

/** A link, or the search, leads to a card of another topic: its page is shown, and what is none among all notes. */
function useLookWhereIArrive(
  group: DiscussionPlace,
  look: (where: DiscussionPlace | undefined) => void,
): void {
  const { boardView } = useSession();
  useEffect(() => {
    const arrive = ({ to }: ReturnType<typeof useArriving.getState>) => {
      if (!lessonSections.some((section) => section === to?.section)) return;
      const topic = to && topicOf(boardView.getState(), to.card);
      const isOfGroup = topic?.id === group || topic?.cards.some((card) => card === group);
      look(isOfGroup || group === "columns" ? undefined : (topic?.id ?? "columns"));
    };
    arrive(useArriving.getState());
    return useArriving.subscribe(arrive);
  }, [boardView, group, look]);
}
