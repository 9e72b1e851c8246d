// The lessons with their discussion: the topic in the light where there is one and this screen goes along, else all notes.
import { isVoting, lessonSections } from "@secondstory/shared";
import { useControl } from "../../room/use-room.ts";
import { useAnnounceFocus } from "../../sections/focus/use-announce-focus.ts";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";
import { BackToTopic, DiscussionPage } from "./discussion.tsx";
import { useDiscussion } from "./use-discussion.ts";
import { useNextTopic } from "./use-next-topic.ts";
import LessonsView from "./view.tsx";

/** The screen of the phase. */
export default function DiscussedView() {
  const discussion = useDiscussion();
  // While anything is written in silence, or voted on, everybody needs the place to do so.
  const isHidden = useHiddenColumns(lessonSections).length > 0;
  const isBusy = useControl(({ vote }) => isVoting(vote)) || isHidden;
  useNextTopic(discussion, isBusy);
  useAnnounceFocus();
  return (
    <>
      <BackToTopic discussion={discussion} />
      {discussion.shown && !isBusy ? (
        <DiscussionPage discussion={discussion} topic={discussion.shown} />
      ) : (
        <LessonsView />
      )}
    </>
  );
}
