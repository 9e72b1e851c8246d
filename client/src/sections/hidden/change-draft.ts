// What is done with a note of mine that nobody else sees: moved, removed and brought back, with the focus following it.
import { t } from "@lingui/core/macro";
import {
  moveDraft,
  removeDraft,
  restoreDraft,
  type Draft,
  type DraftId,
  type HideableSectionId,
} from "@secondstory/shared";
import type { Session } from "../../room/open-session.ts";
import { announce } from "../../ui/live-region.tsx";
import { showToast } from "../../ui/toast.tsx";
import { leaveDraft } from "./open-draft.ts";

/** Another section a note can go to. */
export interface OwnDestination {
  readonly section: HideableSectionId;
  readonly title: string;
}

/** Marks what gets the focus when its draft does. */
export const draftFocus = (id: DraftId) => ({ "data-draft-focus": id });

/** Focuses a draft once it is drawn. Where it is not on this screen, `otherwise` decides. */
export function focusDraft(id: DraftId, otherwise?: () => void): void {
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>(`[data-draft-focus="${CSS.escape(id)}"]`);
    if (target) target.focus();
    else otherwise?.();
  });
}

/** Moves it to another section. */
export function moveOwn({ privateDoc }: Session, draft: Draft, to: OwnDestination): void {
  const { id, rank } = draft;
  moveDraft(privateDoc, id, { section: to.section, rank });
  const { title } = to;
  const said = t`Moved to “${title}”.`;
  announce(said);
  focusDraft(id, () => showToast({ text: said })); // its list is not on this screen
}

/** Removes it, and offers it back for ten seconds. */
export function removeOwn(session: Session, draft: Draft): void {
  const own = session.privateDoc;
  leaveDraft(session, draft.id);
  removeDraft(own, draft.id, session.now());
  showToast({
    text: t`Your note was removed.`,
    action: {
      label: t`Undo`,
      onPress: () => {
        restoreDraft(own, draft.id);
        focusDraft(draft.id);
      },
    },
  });
}
