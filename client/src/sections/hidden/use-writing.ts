// How a column is written, and what in it is mine alone, as components read it.
import { useMemo, useState } from "react";
import {
  isWritingHidden,
  readDraftId,
  writingIn,
  type Draft,
  type DraftId,
  type HideableSectionId,
  type SectionId,
} from "@secondstory/shared";
import { useConnection, useControl } from "../../room/use-room.ts";
import { useDrafts } from "../../room/use-drafts.ts";
import { useOpenDraft } from "./open-draft.ts";

/** Whether what people write there is theirs alone for the moment. */
export const useIsHidden = (section: SectionId): boolean =>
  useControl((control) => isWritingHidden(control, section));

/** The draft of a section that is being written where a new one begins. */
export const useUnderComposer = (section: SectionId): DraftId | undefined =>
  useOpenDraft((open) =>
    open?.section === section && open.as === "composer" ? open.id : undefined,
  );

/** My notes in a section that are not shared, in their order, without the one under the composer. */
export function useOwnNotes(section: SectionId): readonly DraftId[] {
  const open = useOpenDraft((draft) => draft);
  // As text, which is the same value while the list says the same. What I have just emptied stays under my caret.
  const ids = useDrafts((drafts) =>
    drafts
      .filter(
        (draft) => isOwn(draft, section) || (draft.id === open?.id && draft.section === section),
      )
      .filter(({ id }) => !(open?.as === "composer" && open.id === id))
      .map(({ id }) => id)
      .join(" "),
  );
  return useMemo(() => ids.split(" ").flatMap((id) => readDraftId(id) ?? []), [ids]);
}

/** How many notes wait hidden in a section: mine as I see them, and the others' as the last batch said. */
export function useHiddenCount(section: HideableSectionId): {
  readonly mine: number;
  readonly others: number;
} {
  const writing = useControl((control) => writingIn(control, section));
  const mine = useDrafts((drafts) => drafts.filter((draft) => isOwn(draft, section)).length);
  const waiting = useConnection(({ pending }) => pending);
  // Of mine the batch holds what the server had.
  const counted = useDrafts(
    (drafts) =>
      drafts.filter(
        (draft) => isOwn(draft, section) && !waiting.some(({ target }) => target === draft.id),
      ).length,
  );
  const othersOf = (batch: typeof writing) => Math.max(0, (batch?.notes ?? 0) - counted);
  // Until the next batch the number of the others stands still, whatever I write.
  const [seen, setSeen] = useState({ writing, others: othersOf(writing) });
  if (seen.writing !== writing) setSeen({ writing, others: othersOf(writing) });
  return { mine, others: seen.others };
}

const isOwn = (draft: Draft, section: SectionId): boolean =>
  draft.section === section && draft.left !== undefined;
