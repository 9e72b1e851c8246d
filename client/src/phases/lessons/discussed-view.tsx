// The lessons with their discussion: the topic in the light where there is one and this screen goes along, else all notes.
import { useAnnounceFocus } from "../../sections/focus/use-announce-focus.ts";
import { BackToTopic, DiscussionPage } from "./discussion.tsx";
import { useDiscussion } from "./use-discussion.ts";
import { useNextTopic } from "./use-next-topic.ts";
import LessonsView from "./view.tsx";

/** The screen of the phase. */
export default function DiscussedView() {
  const discussion = useDiscussion();
  useNextTopic(discussion);
  useAnnounceFocus();
  return (
    <>
      <BackToTopic discussion={discussion} />
      {discussion.shown ? (
        <DiscussionPage discussion={discussion} topic={discussion.shown} />
      ) : (
        <LessonsView />
      )}
    </>
  );
}
