// The pane beside the list: what belongs to the event in focus, or how one gets there.
import { Trans } from "@lingui/react/macro";
import type { CardId } from "@secondstory/shared";
import { useLeadsHere } from "../../focus/use-focus.ts";
import { typesInButRemarks, useUntorn } from "../../focus/use-untorn.ts";
import type { WalkState } from "../../focus/use-walk.ts";
import { useBoard } from "../../room/use-room.ts";
import { InFocusEvent } from "../../sections/focus/in-focus-event.tsx";
import { NoteTaker } from "../../sections/focus/remarks.tsx";
import { Kbd } from "../../ui/kbd.tsx";

/** Stays in sight while the list scrolls. */
export function FocusPane({ walk }: { readonly walk: WalkState }) {
  const current = walk.current?.id;
  const id = useUntorn(current, typesInPane);
  const event = useBoard(({ cards }) => id && cards[id]);
  return (
    <div className="sticky top-[calc(var(--top)+4rem)] -mx-1 max-h-[calc(100dvh-var(--top)-var(--dock)-5rem)] overflow-y-auto px-1 pb-2">
      {event?.section === "timeline" ? (
        <InFocusEvent
          event={event}
          number={walk.walked.findIndex((item) => item.id === id) + 1}
          total={walk.walked.length}
          isElsewhere={id !== current}
        />
      ) : (
        <Nothing />
      )}
    </div>
  );
}

const typesInPane = (id: CardId | undefined) => id !== undefined && typesInButRemarks(id);

function Nothing() {
  const { leads } = useLeadsHere();
  return (
    <div className="grid gap-3">
      <p className="type-say text-ink-2">
        <Trans>Nothing is in focus yet.</Trans>
      </p>
      {leads && (
        <p className="text-s text-ink-2">
          <Trans>
            Next event <Kbd>J</Kbd> begins at the first one. <Kbd>Space</Kbd> on an event puts it in
            focus for everyone.
          </Trans>
        </p>
      )}
      <NoteTaker />
    </div>
  );
}
