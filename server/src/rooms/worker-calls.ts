// What crosses between the event loop and a thread that holds documents.
import type { HostedBoard, HostedPrivate } from "./doc-host.ts";

/** The documents that are opened in threads. */
export interface ThreadDocs {
  readonly board: HostedBoard;
  readonly private: HostedPrivate;
}

/** A document of any kind, by all its calls. */
type AnyCalls = Omit<HostedBoard & HostedPrivate, "close">;

/** A call. `doc` is a number that the event loop chose when it opened the document. */
export type CallMessage =
  | {
      readonly id: number;
      readonly doc: number;
      readonly call: "open";
      readonly kind: keyof ThreadDocs;
      readonly args: readonly [readonly Uint8Array[]];
    }
  | {
      [Name in keyof AnyCalls]: {
        readonly id: number;
        readonly doc: number;
        readonly call: Name;
        readonly args: Parameters<AnyCalls[Name]>;
      };
    }[keyof AnyCalls]
  | { readonly doc: number; readonly call: "close" };

/** The calls that an open document answers, each by what the same call returns in the thread. */
export const callsOf: {
  readonly [Kind in keyof ThreadDocs]: Readonly<
    Record<keyof Omit<ThreadDocs[Kind], "close">, true>
  >;
} = {
  board: {
    apply: true,
    state: true,
    addEvents: true,
    addNotes: true,
    eraseCards: true,
    setAside: true,
    unfold: true,
    readCard: true,
    read: true,
    markdown: true,
  },
  private: {
    apply: true,
    state: true,
    nameless: true,
    dropNameless: true,
    putInboxNote: true,
    hasBegun: true,
    votes: true,
    noteCounted: true,
    unshared: true,
    countUnshared: true,
    noteShared: true,
    putToWait: true,
    eraseOf: true,
    pulseAnswer: true,
    keepWords: true,
    dropWords: true,
    keptWords: true,
  },
};

/** The answer to a call, by its id. */
export type AnswerMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly isSpoiled: boolean; readonly message: string };
