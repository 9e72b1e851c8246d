// What a phase of the meeting is: data, which the client draws and the report reads. No phase knows a screen.
import type { BoardState } from "../board/projection.ts";
import type { SectionId } from "../sections/index.ts";
import type { WordKey } from "../words/index.ts";

/** Lengths of a meeting that the agenda offers, in minutes. */
export type MeetingMinutes = 30 | 60 | 90;

export interface Phase<Id extends string = string> {
  readonly id: Id;
  /** The key of its texts: `<words>.title`, `<words>.invitation` and so on. */
  readonly words: `phases.${Id}`;
  readonly sections: readonly SectionId[];
  /** How long it suggests to take, by the length of the meeting; 0 is before the meeting. */
  readonly suggestedMs: Readonly<Record<MeetingMinutes, number>>;
  /** Whether people are asked how it feels, without their name: arriving and leaving. */
  readonly hasPulse?: boolean;
  /** What is still open before the meeting goes on, as the key of a sentence; undefined when nothing is. Never a lock. */
  readonly unfinished: (board: BoardState) => WordKey | undefined;
}

/** Declares a phase. */
export const definePhase = <Id extends string>(phase: Phase<Id>): Phase<Id> => phase;
