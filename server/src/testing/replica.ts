// A copy of a document that a test holds, by a socket of its own, as a browser would.
import { openBoard, openPrivate, type Board, type CardId } from "@secondstory/shared";
import * as Y from "yjs";
import { must, type TestSeat, type TestServer } from "./server.ts";
import { syncMessage, type TestSocket } from "./socket.ts";

/** Somebody's copy of a document, and the socket it talks by. */
export class Replica {
  readonly doc = new Y.Doc();
  readonly board = openBoard(this.doc);
  readonly own = openPrivate(this.doc);
  readonly socket: TestSocket;
  /** Everything that came on the wire. */
  readonly heard: Buffer[] = [];
  #sent = 0;
  #saved = 0;

  constructor(socket: TestSocket) {
    this.socket = socket;
  }

  /** Sends a message that is to be kept; resolves once it is on disk. */
  async send(update: Uint8Array): Promise<void> {
    this.socket.send(syncMessage("update", update));
    this.#sent += 1;
    while (this.#saved < this.#sent) this.#saved = (await this.socket.next("saved")).messages;
  }

  /** Does something and sends each step of it. */
  async write(change: () => void): Promise<void> {
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => void updates.push(update);
    this.doc.on("update", note);
    change();
    this.doc.off("update", note);
    for (const update of updates) await this.send(update);
  }

  /** Sends what somebody else wrote without a connection, and what they deleted. */
  sendAll(doc: Y.Doc): Promise<void> {
    return this.send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc)));
  }

  /** Asks for what is missing and takes it in. */
  async fetch(doc = this.doc): Promise<void> {
    this.socket.send(syncMessage("step1", Y.encodeStateVector(doc)));
    const { bytes } = await this.socket.next("step2");
    this.heard.push(Buffer.from(bytes));
    Y.applyUpdate(doc, bytes);
  }
}

/** Opens a document by a seat, with everything that is in it. */
export async function replica(
  server: TestServer,
  { board, headers }: TestSeat,
  name = "board",
): Promise<Replica> {
  const one = new Replica(await server.socket(board, name, { headers, query: "?saved=1" }));
  await one.fetch();
  return one;
}

/** The first run of text of a card. */
export const textIn = (board: Board, id: CardId): Y.XmlText => {
  const text = (board.cards.get(id) as Y.Map<Y.XmlFragment>).get("text");
  return (must(text).get(0) as Y.XmlElement).get(0) as Y.XmlText;
};
