// The lessons with their discussion: the topic in the light where there is one and this screen goes along, else all notes.
import { lessonSections } from "@secondstory/shared";
import { useAnnounceFocus } from "../../sections/focus/use-announce-focus.ts";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";
import { BackToTopic, DiscussionPage } from "./discussion.tsx";
import { useDiscussion } from "./use-discussion.ts";
import { useNextTopic } from "./use-next-topic.ts";
import LessonsView from "./view.tsx";

/** The screen of the phase. */
export default function DiscussedView() {
  const discussion = useDiscussion();
  // While anything is written in silence everybody needs the place to write it.
  const isWriting = useHiddenColumns(lessonSections).length > 0;
  useNextTopic(discussion);
  useAnnounceFocus();
  return (
    <>
      <BackToTopic discussion={discussion} />
      {discussion.shown && !isWriting ? (
        <DiscussionPage discussion={discussion} topic={discussion.shown} />
      ) : (
        <LessonsView />
      )}
    </>
  );
}
