// The lessons with their discussion: the topic in the light where there is one and this screen goes along, else all notes.
import { isVoting, lessonSections } from "@secondstory/shared";
import { useControl } from "../../room/use-room.ts";
import { useAnnounceFocus } from "../../sections/focus/use-announce-focus.ts";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";
import { BackToGroup } from "./back-to-group.tsx";
import { DiscussionPage } from "./discussion.tsx";
import { useDiscussion } from "./use-discussion.ts";
import { useNextTopic } from "./use-next-topic.ts";
import LessonsView from "./view.tsx";

/** The screen of the phase. */
export default function DiscussedView() {
  // While anything is written in silence, or voted on, everybody needs the place to do so.
  const isHidden = useHiddenColumns(lessonSections).length > 0;
  const isVotingNow = useControl(({ vote }) => isVoting(vote));
  const isBusy = isVotingNow || isHidden;
  const discussion = useDiscussion(isBusy);
  useNextTopic(discussion, isBusy);
  useAnnounceFocus();
  return (
    <>
      <BackToGroup
        discussion={discussion}
        busyWith={isVotingNow ? "votes" : isHidden ? "notes" : undefined}
      />
      {discussion.shown ? (
        <DiscussionPage discussion={discussion} topic={discussion.shown} />
      ) : (
        <LessonsView />
      )}
    </>
  );
}
