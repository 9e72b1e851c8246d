// Takes my notes out of my drafts once everything in them is on the board, but never from under my caret.
import { useEffect } from "react";
import { clearShared } from "@secondstory/shared";
import { useDrafts } from "../../room/use-drafts.ts";
import { useSession } from "../../room/use-session.ts";
import { useOpenDraft } from "./open-draft.ts";

/** Clears them for as long as the page is shown. What stands in one beyond what was shared stays. */
export function useClearShared(): void {
  const { privateDoc } = useSession();
  const isWriting = useOpenDraft((open) => open !== undefined);
  const isShared = useDrafts((drafts) =>
    drafts.some(({ cards, left, isBlank }) => cards.length > 0 && !left && !isBlank),
  );
  useEffect(() => {
    if (isShared && !isWriting) clearShared(privateDoc);
  }, [privateDoc, isShared, isWriting]);
}
