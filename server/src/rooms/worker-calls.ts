// What crosses between the event loop and a thread that holds documents.
import type { HostedBoard } from "./doc-host.ts";

/** The calls of an open board document that cross. */
type BoardCalls = Omit<HostedBoard, "close">;

/** A call. `doc` is a number that the event loop chose when it opened the document. */
export type CallMessage =
  | {
      readonly id: number;
      readonly doc: number;
      readonly call: "open";
      readonly args: readonly [readonly Uint8Array[]];
    }
  | {
      [Name in keyof BoardCalls]: {
        readonly id: number;
        readonly doc: number;
        readonly call: Name;
        readonly args: Parameters<BoardCalls[Name]>;
      };
    }[keyof BoardCalls]
  | { readonly doc: number; readonly call: "close" };

/** The answer to a call, by its id. */
export type AnswerMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly isSpoiled: boolean; readonly message: string };
