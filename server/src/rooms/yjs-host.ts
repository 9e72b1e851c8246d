// Documents on the event loop. The one file of the server that imports Yjs; what it opens gets a fresh random client id
// each time, because an id that wrote before a crash may have written what nobody kept.
import {
  addCard,
  admit,
  decide,
  evidenceTypeOf,
  openBoard,
  openControl,
  phaseIds,
  rankAtEnd,
  rankBetween,
  readBoardState,
  readControl,
  readEvidenceId,
  schemaVersion,
  seedControl,
  welcomeBack,
  done,
  accept,
  type Evidence,
  type RequestRefusal,
  type Result,
} from "@secondstory/shared";
import { nanoid } from "nanoid";
import * as Y from "yjs";
import {
  DocSpoiled,
  Unreadable,
  type ControlCommand,
  type DocBytes,
  type DocHost,
  type EventToAdd,
  type HostedBoard,
  type HostedControl,
  type HostedDoc,
  type Verdict,
} from "./doc-host.ts";

/** Opens documents in this thread. */
export const yjsHost: DocHost = {
  async seedControl({ title, language }, at) {
    const doc = new Y.Doc();
    seedControl(openControl(doc), { title, language, schemaVersion, agenda: phaseIds }, at);
    return Y.encodeStateAsUpdate(doc);
  },

  async openBoard(bytes) {
    const doc = openDoc(bytes);
    const board = openBoard(doc);
    return {
      ...hosted(doc),
      addEvents: async (events, at) => written(doc, () => addEvents(board, events, at)),
      read: async () => readBoardState(board),
    } satisfies HostedBoard;
  },

  async openControl(bytes) {
    const doc = openDoc(bytes);
    const control = openControl(doc);
    return {
      ...hosted(doc),
      async carryOut(command, at) {
        let result: Result<void, RequestRefusal> = done;
        const update = changes(doc, () => {
          result = carryOut(control, command, at);
        });
        return result.ok ? accept({ update, state: readControl(control) }) : result;
      },
      read: async () => readControl(control),
    } satisfies HostedControl;
  },

  openPrivate: async (bytes) => hosted(openDoc(bytes)),

  close: async () => undefined,
};

function openDoc({ state, updates }: DocBytes): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (state) Y.applyUpdate(doc, state);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

function hosted(doc: Y.Doc): HostedDoc {
  let hasChanged = false;
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    hasChanged ||= hasContent(transaction);
  });

  function applyOne(update: Uint8Array): Verdict {
    if (!isReadable(update)) return "unreadable";
    hasChanged = false;
    const pending = pendingOf(doc);
    try {
      Y.applyUpdate(doc, update);
    } catch (cause) {
      throw new DocSpoiled("an update broke the document", { cause });
    }
    const isWaiting = pendingOf(doc).some((bytes, index) => bytes !== pending[index]);
    return hasChanged || isWaiting ? "news" : "known";
  }

  return {
    apply: async (updates) => updates.map(applyOne),
    async diff(vector) {
      try {
        return Y.encodeStateAsUpdate(doc, vector);
      } catch (cause) {
        throw new Unreadable("not a state vector", { cause });
      }
    },
    vector: async () => Y.encodeStateVector(doc),
    state: async () => Y.encodeStateAsUpdate(doc),
    close: () => doc.destroy(),
  };
}

/** What waits for something that is missing. Yjs puts other bytes in its place when more has to wait. */
const pendingOf = ({ store }: Y.Doc) => [store.pendingDs, store.pendingStructs?.update];

/** Whether a transaction added or deleted anything. */
function hasContent({ deleteSet, beforeState, afterState }: Y.Transaction): boolean {
  if (deleteSet.clients.size > 0) return true;
  for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true;
  return false;
}

/**
 * Whether an update decodes, and nothing in it leans on what the same client is yet to write: Yjs would take that for
 * present and break while it looks for it.
 */
function isReadable(update: Uint8Array): boolean {
  try {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { id, origin, rightOrigin, parent } = struct;
      for (const other of [origin, rightOrigin, parent])
        if (other instanceof Y.ID && other.client === id.client && other.clock >= id.clock)
          return false;
    }
    return true;
  } catch {
    return false; // the decoder throws at whatever it cannot read: that is the answer
  }
}

/** The update that a change made, or undefined if it changed nothing. */
function changes(doc: Y.Doc, change: () => void): Uint8Array | undefined {
  let update: Uint8Array | undefined;
  const note = (bytes: Uint8Array) => {
    update = bytes;
  };
  doc.on("update", note);
  try {
    doc.transact(change);
  } finally {
    doc.off("update", note);
  }
  return update;
}

const noUpdate = new Uint8Array([0, 0]);

const written = (doc: Y.Doc, change: () => void): Uint8Array => changes(doc, change) ?? noUpdate;

function carryOut(
  control: ReturnType<typeof openControl>,
  command: ControlCommand,
  at: number,
): Result<void, RequestRefusal> {
  switch (command.type) {
    case "request":
      return decide(control, command.request, command.asker, at);
    case "admit":
      admit(control, command.who, at);
      return done;
    case "welcome-back":
      return welcomeBack(control, command.participant, command);
  }
}

const randomBit = () => Math.random() < 0.5;

function addEvents(
  board: ReturnType<typeof openBoard>,
  events: readonly EventToAdd[],
  at: number,
): void {
  let rank = rankAtEnd(readBoardState(board), "timeline", randomBit);
  for (const { id, at: happenedAt, text, kind, evidence } of events) {
    addCard(board, {
      id,
      section: "timeline",
      rank, // events go by time; those of one moment, in the order they came in
      at,
      text,
      fields: { when: { at: happenedAt, approx: false }, kind },
      evidence: evidence.flatMap((piece, index) => readPiece(piece, at + index)),
    });
    rank = rankBetween(rank, undefined, randomBit);
  }
}

function readPiece(piece: EventToAdd["evidence"][number], addedAt: number): Evidence[] {
  const id = readEvidenceId(nanoid());
  if (!id) return [];
  const { url = null, text = null } = piece;
  const type = url === null ? "log" : evidenceTypeOf(url);
  return [{ id, type, label: "", url, text, addedAt }];
}
