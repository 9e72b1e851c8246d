// Moving my own notes that nobody else sees: by hand within a column or to another, and by key within it. They are put together
// with others only once they are on the board, because a group is there for everybody.
import { t } from "@lingui/core/macro";
import { useState, type DragEvent } from "react";
import {
  moveDraft,
  rankBetween,
  readDraftId,
  type DraftId,
  type HideableSectionId,
} from "@secondstory/shared";
import type { Session } from "../../room/open-session.ts";
import { draftsOf } from "../../room/use-drafts.ts";
import { useSession } from "../../room/use-session.ts";
import { announce } from "../../ui/live-region.tsx";
import { useLift } from "../../ui/use-lift.ts";
import { focusDraft } from "./change-draft.ts";

interface Dragged {
  readonly id: DraftId;
  readonly section: HideableSectionId;
}

/** What is in hand: browsers do not tell it while it hovers. */
let dragged: Dragged | undefined;

/** Ours alone, so that nothing else takes a note for text; and no list of cards takes it for a card. */
const dataType = "application/x-second-story-draft";

/** What makes an own note draggable, and whether it is in hand. */
export function useDraftDrag(id: DraftId, section: HideableSectionId, isOff: boolean) {
  return useLift({
    id,
    dataType,
    isOff,
    onHold: (isInHand) => {
      dragged = isInHand ? { id, section } : undefined;
    },
  });
}

/** What makes the own notes of a column a place to drop them on; `before` is where one would go. */
export function useDraftDrop(section: HideableSectionId, accepts: readonly HideableSectionId[]) {
  const session = useSession();
  const [before, setBefore] = useState<DraftId | "end">();
  const isWelcome = () =>
    dragged !== undefined && (dragged.section === section || accepts.includes(dragged.section));
  const dropProps = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!isWelcome()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setBefore(spotAt(event.currentTarget, event.clientY));
    },
    onDragLeave: ({ relatedTarget, currentTarget }: DragEvent<HTMLElement>) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
        setBefore(undefined);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      setBefore(undefined);
      if (!dragged || !isWelcome()) return;
      event.preventDefault();
      const spot = spotAt(event.currentTarget, event.clientY);
      if (spot !== dragged.id) putBefore(session, dragged.id, section, spot);
    },
  };
  return { before, dropProps };
}

function spotAt(list: HTMLElement, y: number): DraftId | "end" {
  for (const item of list.querySelectorAll<HTMLElement>("[data-draft]")) {
    const { top, height } = item.getBoundingClientRect();
    if (y < top + height / 2) return readDraftId(item.dataset["draft"]) ?? "end";
  }
  return "end";
}

/** Moves an own note one place up (-1) or down (1) in its column; at the ends it stays. */
export function moveOwnWithin(session: Session, { id, section }: Dragged, step: -1 | 1): void {
  const ids = idsIn(session, section);
  const to = ids.indexOf(id) + step;
  if (to < 0 || to >= ids.length) return;
  const others = ids.filter((other) => other !== id);
  putBefore(session, id, section, others[to] ?? "end");
  const [place, count] = [to + 1, ids.length];
  announce(t`Now ${place} of ${count}.`);
}

function putBefore(
  session: Session,
  id: DraftId,
  section: HideableSectionId,
  before: DraftId | "end",
): void {
  const own = session.privateDoc;
  const drafts = draftsOf(own).getState();
  const others = idsIn(session, section).filter((other) => other !== id);
  const at = before === "end" ? others.length : others.indexOf(before);
  const rankOf = (other: DraftId | undefined) => drafts.find((one) => one.id === other)?.rank;
  const rank = rankBetween(rankOf(others[at - 1]), rankOf(others[at]), session.randomBit);
  moveDraft(own, id, { section, rank });
  focusDraft(id);
}

const idsIn = (session: Session, section: HideableSectionId): readonly DraftId[] =>
  draftsOf(session.privateDoc)
    .getState()
    .filter((draft) => draft.section === section && draft.left !== undefined)
    .map(({ id }) => id);
