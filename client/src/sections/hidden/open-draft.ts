// Which draft of mine has the caret on this screen: one at a time, under the composer or in its place in the list.
import { nanoid } from "nanoid";
import { useSyncExternalStore } from "react";
import {
  invariant,
  passInDraft,
  quietEdit,
  rankBetween,
  readDraftId,
  startDraft,
  writingIn,
  type DraftId,
  type HideableSectionId,
} from "@secondstory/shared";
import type { CaretStart } from "../../editor/editor.tsx";
import type { Session } from "../../room/open-session.ts";
import { ofSession } from "../../room/of-session.ts";
import { draftsOf } from "../../room/use-drafts.ts";
import { useSession } from "../../room/use-session.ts";

interface OpenDraft {
  readonly id: DraftId;
  readonly section: HideableSectionId;
  /** `composer`: it is drawn where a new one begins, and not in the list as well. */
  readonly as: "composer" | "note";
  readonly caret: CaretStart;
}

const openDraftOf = ofSession<OpenDraft | undefined>(undefined);

/** A piece of which draft is open. */
export function useOpenDraft<Piece>(select: (open: OpenDraft | undefined) => Piece): Piece {
  const store = openDraftOf(useSession());
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Opens the composer of a section on a blank draft: the one that waits there, or another. */
export function startWriting(session: Session, section: HideableSectionId): void {
  openDraftOf(session).set({
    id: blankDraft(session, section),
    section,
    as: "composer",
    caret: "end",
  });
}

/** Opens a draft of the list where it stands. */
export function editDraft(
  session: Session,
  id: DraftId,
  section: HideableSectionId,
  caret: CaretStart,
): void {
  openDraftOf(session).set({ id, section, as: "note", caret });
}

/** Closes a draft, if it is the one that is open. What stands in it is kept. */
export function leaveDraft(session: Session, id: DraftId): void {
  const store = openDraftOf(session);
  if (store.get()?.id === id) store.set(undefined);
}

/** Passes in a section: its answer is that nothing is said, and nobody else sees that before the words of all. */
export function passHidden(session: Session, section: HideableSectionId): DraftId {
  const id = blankDraft(session, section);
  passInDraft(session.privateDoc, id);
  leaveDraft(session, id);
  return id;
}

/** One that was begun and left blank is used again, unless it was begun in a round with other names. */
function blankDraft(session: Session, section: HideableSectionId): DraftId {
  const own = session.privateDoc;
  const mine = draftsOf(own).getState();
  const writing = writingIn(session.controlView.getState(), section);
  const namedIn = writing?.isNamed ? writing.round : undefined;
  const blank = mine.find(
    (draft) =>
      draft.section === section &&
      draft.isBlank &&
      draft.cards.length === 0 &&
      draft.namedIn === namedIn,
  );
  if (blank) return blank.id;
  const id = readDraftId(nanoid());
  invariant(id, "nanoid makes ids of the board's alphabet");
  const rank = rankBetween(mine.at(-1)?.rank, undefined, session.randomBit);
  startDraft(own, { id, place: { section, rank }, at: session.now(), namedIn }, quietEdit);
  return id;
}
