// What stands in the composer of events and is not on the board yet.
import { useCallback } from "react";
import { eventKinds, type EventKind } from "@secondstory/shared";
import { useDraft } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import type { TypedWhen } from "../../time/read-when.ts";
import { dateOf } from "../../time/zoned.ts";

export interface EventDraft extends TypedWhen {
  readonly kind: EventKind;
  readonly text: string;
  readonly put: (change: Partial<Omit<EventDraft, "put" | "clear">>) => void;
  /** Empties it for the next event of the same day. */
  readonly clear: () => void;
}

/** The draft of an event, field by field. Its day begins with that of the last event, else with today. */
export function useEventDraft(zone: string): EventDraft {
  const session = useSession();
  const [date, setDate] = useDraft("event.date");
  const [time, setTime] = useDraft("event.time");
  const [approx, setApprox] = useDraft("event.approx");
  const [which, setWhich] = useDraft("event.which");
  const [kind, setKind] = useDraft("event.kind");
  const [text, setText] = useDraft("event.text");
  const put = useCallback<EventDraft["put"]>(
    (change) => {
      if (change.date !== undefined) setDate(change.date);
      if (change.time !== undefined) setTime(change.time);
      if (change.approx !== undefined) setApprox(change.approx ? "yes" : "");
      if (change.which !== undefined) setWhich(change.which === "later" ? "later" : "");
      if (change.kind !== undefined) setKind(change.kind === usualKind ? "" : change.kind);
      if (change.text !== undefined) setText(change.text);
    },
    [setDate, setTime, setApprox, setWhich, setKind, setText],
  );
  const clear = useCallback(
    () => put({ time: "", approx: false, which: "earlier", kind: usualKind, text: "" }),
    [put],
  );
  return {
    date: date || likelyDate(session.boardView.getState(), zone, session.now()),
    time,
    approx: approx === "yes",
    which: which === "later" ? "later" : "earlier",
    kind: eventKinds.find((known) => known === kind) ?? usualKind,
    text,
    put,
    clear,
  };
}

const usualKind: EventKind = "observation";

function likelyDate(
  board: ReturnType<ReturnType<typeof useSession>["boardView"]["getState"]>,
  zone: string,
  now: number,
): string {
  for (const id of board.order.timeline.toReversed()) {
    const card = board.cards[id];
    if (card?.section === "timeline" && card.fields.when) return dateOf(card.fields.when.at, zone);
  }
  return dateOf(now, zone);
}
