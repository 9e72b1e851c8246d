// What stands in the composer of events and is not on the board yet.
//
//   by line ──(the time is pressed)──▶ by hand: day and time have fields of their own, and the line is words alone
//           ◀──(“read it from the line”)── both are in the line again
import { useCallback } from "react";
import { eventKinds, type EventKind } from "@secondstory/shared";
import { useDraft } from "../../room/use-room.ts";
import type { TypedWhen } from "../../time/read-when.ts";
import type { WhichOf } from "../../time/zoned.ts";

interface DraftParts {
  readonly text: string;
  readonly kind: EventKind;
  /** Which of two, where a clock was turned back. */
  readonly which: WhichOf;
  /** Day and time in fields of their own; undefined while the line says them. */
  readonly byHand: TypedWhen | undefined;
}

export interface EventDraft extends DraftParts {
  readonly put: (change: Partial<DraftParts>) => void;
  /** Empties it for the next event; a day set by hand stays. */
  readonly clear: () => void;
}

/** The draft of events, field by field. */
export function useEventDraft(): EventDraft {
  const [date, setDate] = useDraft("event.date");
  const [time, setTime] = useDraft("event.time");
  const [approx, setApprox] = useDraft("event.approx");
  const [storedWhich, setWhich] = useDraft("event.which");
  const [kind, setKind] = useDraft("event.kind");
  const [text, setText] = useDraft("event.text");
  const [mode, setMode] = useDraft("event.mode");
  const which: WhichOf = storedWhich === "later" ? "later" : "earlier";
  const putHand = useCallback(
    (hand: TypedWhen | undefined) => {
      setMode(hand ? "by-hand" : "");
      setDate(hand?.date ?? "");
      setTime(hand?.time ?? "");
      setApprox(hand?.approx ? "yes" : "");
      setWhich(hand?.which === "later" ? "later" : "");
    },
    [setMode, setDate, setTime, setApprox, setWhich],
  );
  const put = useCallback<EventDraft["put"]>(
    (change) => {
      if ("byHand" in change) putHand(change.byHand);
      if (change.which !== undefined) setWhich(change.which === "later" ? "later" : "");
      if (change.kind !== undefined) setKind(change.kind === usualKind ? "" : change.kind);
      if (change.text !== undefined) setText(change.text);
    },
    [putHand, setWhich, setKind, setText],
  );
  const byHand: TypedWhen | undefined =
    mode === "by-hand" ? { date, time, approx: approx === "yes", which } : undefined;
  const clear = () => {
    put({ text: "", kind: usualKind, which: "earlier" });
    if (byHand) putHand({ date, time: "", approx: false, which: "earlier" });
  };
  return {
    text,
    kind: eventKinds.find((known) => known === kind) ?? usualKind,
    which,
    byHand,
    put,
    clear,
  };
}

const usualKind: EventKind = "observation";
