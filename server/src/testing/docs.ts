// Documents of clients for tests: what somebody types, as the updates they would send.
import { openControl, readControl, type ControlState } from "@secondstory/shared";
import * as Y from "yjs";
import type { TestSocket } from "./socket.ts";
import { syncMessage } from "./socket.ts";

/** A client's copy of a document. */
export class Copy {
  readonly doc = new Y.Doc();
  readonly #text = this.doc.getText("typed");

  /** Types some words and gives the update. */
  type(words: string): Uint8Array {
    return this.#updateOf(() => this.#text.insert(this.#text.length, words));
  }

  /** Strikes some words out and gives the update. */
  strike(at: number, length: number): Uint8Array {
    return this.#updateOf(() => this.#text.delete(at, length));
  }

  #updateOf(change: () => void): Uint8Array {
    let update = new Uint8Array();
    const note = (bytes: Uint8Array) => {
      update = new Uint8Array(bytes);
    };
    this.doc.on("update", note);
    change();
    this.doc.off("update", note);
    return update;
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }

  get text(): string {
    return this.#text.toString();
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }
}

/** Asks a socket for everything it has and takes it in. */
export async function fetchCopy(socket: TestSocket, copy = new Copy()): Promise<Copy> {
  socket.send(syncMessage("step1", copy.vector));
  copy.take((await socket.next("step2")).bytes);
  return copy;
}

/** What the control document says on a socket. */
export async function fetchControl(socket: TestSocket): Promise<ControlState> {
  return readControl(openControl((await fetchCopy(socket)).doc));
}

/** The update that says nothing. */
export const emptyUpdate = new Uint8Array([0, 0]);
