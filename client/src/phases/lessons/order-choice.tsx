// By question, topics first, by votes: how the notes stand on this screen.
import { useLingui } from "@lingui/react/macro";
import { isGroup, lessonSections } from "@secondstory/shared";
import { setNoteOrder, useNoteOrder } from "../../cards/note-order.ts";
import { useBoard, useControl } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { SegmentedChoice } from "../../ui/segmented-choice.tsx";

/** Nothing while there is nothing to sort by. */
export function OrderChoice({ className }: { readonly className?: string }) {
  const { t } = useLingui();
  const session = useSession();
  const order = useNoteOrder();
  const isCounted = useControl(({ vote }) => vote?.closedAt !== undefined);
  const hasGroups = useBoard(({ topics }) =>
    lessonSections.some((section) => topics[section].some(isGroup)),
  );
  if (!isCounted && !hasGroups) return null;
  return (
    <div className={className}>
      <SegmentedChoice
        label={t`Order of the notes`}
        value={order}
        onChange={(next) => setNoteOrder(session, next)}
        options={[
          { id: "question", label: t`By question` },
          { id: "topics", label: t`Topics first` },
          ...(isCounted ? [{ id: "votes" as const, label: t`By votes` }] : []),
        ]}
      />
    </div>
  );
}
