// Documents in the thread of whoever calls. What is opened gets a fresh random client id each time, because an id that wrote
// before a crash may have written what nobody kept.
import {
  addCard,
  comeIn,
  countDrafts,
  countUnshared,
  decide,
  dropNameless,
  dropWords,
  eraseCards,
  eraseDrafts,
  evidenceTypeOf,
  hasBegun,
  noteCounted,
  noteLeaderless,
  invariant,
  keepWords,
  noteShared,
  openBoard,
  openControl,
  openPrivate,
  phaseIds,
  publishPulse,
  putInboxNote,
  putToWait,
  putTurnout,
  raiseSchema,
  rankAtEnd,
  rankBetween,
  readBoardState,
  readCard,
  readControl,
  readEvidenceId,
  readKeptWords,
  readNameless,
  readVotes,
  readPulseAnswer,
  schemaVersion,
  seeOff,
  seedControl,
  setAside,
  unfold,
  unsharedNotes,
  welcomeBack,
  writeRichText,
  done,
  accept,
  type Evidence,
  type Rank,
  type RequestRefusal,
  type Result,
  type SectionId,
} from "@secondstory/shared";
import { nanoid } from "nanoid";
import * as Y from "yjs";
import { scanUpdate } from "../updates/scan.ts";
import {
  DocSpoiled,
  type ControlCommand,
  type DocHost,
  type EventToAdd,
  type HostedBoard,
  type HostedControl,
  type HostedDoc,
  type HostedPrivate,
  type NoteToAdd,
} from "./doc-host.ts";

/** Opens documents in this thread. */
export const yjsHost: DocHost = {
  openDocs: 0,

  async seedControl({ title, language }, at) {
    const doc = new Y.Doc();
    seedControl(openControl(doc), { title, language, schemaVersion, agenda: phaseIds }, at);
    return Y.encodeStateAsUpdate(doc);
  },

  async openBoard(updates) {
    const doc = openDoc(updates);
    const board = openBoard(doc);
    return {
      ...hosted(doc),
      addEvents: async (events, at) => written(doc, () => addEvents(board, events, at)),
      addNotes: async (notes, at) => written(doc, () => addNotes(board, notes, at)),
      eraseCards: async (cards) => changes(doc, () => eraseCards(board, cards)),
      setAside: async (card, at) => changes(doc, () => void setAside(board, card, at)),
      unfold: async (card, words) => changes(doc, () => void unfold(board, card, words)),
      read: async () => readBoardState(board),
      readCard: async (card) => readCard(card, board.cards.get(card)),
      async markdown(control, language) {
        // loaded when somebody first asks: the report brings its own library of Markdown along
        const { boardMarkdown } = await import("@secondstory/shared/report");
        return boardMarkdown({ board: readBoardState(board), control, language });
      },
    } satisfies HostedBoard;
  },

  async openControl(updates) {
    const doc = openDoc(updates);
    const control = openControl(doc);
    return {
      ...hosted(doc),
      async carryOut(command, at) {
        let result: Result<void, RequestRefusal> = done;
        const update = changes(doc, () => {
          result = carryOut(control, command, at);
        });
        if (result.ok) return accept({ update, state: readControl(control) });
        invariant(
          !update,
          "what is refused changes nothing: this copy would not be the one on disk",
        );
        return result;
      },
      read: async () => readControl(control),
    } satisfies HostedControl;
  },

  async openPrivate(updates) {
    const doc = openDoc(updates);
    const own = openPrivate(doc);
    return {
      ...hosted(doc),
      pulseAnswer: async (phase) => readPulseAnswer(own, phase),
      keepWords: async (words) => changes(doc, () => keepWords(own, words)),
      dropWords: async (cards) => changes(doc, () => dropWords(own, cards)),
      keptWords: async (card) => readKeptWords(own).find((kept) => kept.card === card),
      hasBegun: async (card) => hasBegun(own, card),
      votes: async (round) => readVotes(own, round),
      noteCounted: async (round, ids) => changes(doc, () => noteCounted(own, round, ids)),
      putInboxNote: async (note) => changes(doc, () => putInboxNote(own, note)),
      unshared: async () => unsharedNotes(own),
      countUnshared: async () => countUnshared(own),
      noteShared: async (shared, at) => changes(doc, () => noteShared(own, shared, at)),
      putToWait: async (drafts, at) => changes(doc, () => putToWait(own, drafts, at)),
      eraseOf: async (cards) =>
        changes(doc, () => {
          eraseDrafts(own, cards);
          dropWords(own, cards);
        }),
      nameless: async () => readNameless(own),
      dropNameless: async (keys) => changes(doc, () => dropNameless(own, keys)),
    } satisfies HostedPrivate;
  },

  close: async () => undefined,
};

function openDoc(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  apply(doc, updates);
  return doc;
}

function apply(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch (cause) {
    throw new DocSpoiled("an update broke the document", { cause });
  }
}

const hosted = (doc: Y.Doc): HostedDoc => ({
  apply: async (updates) => apply(doc, updates),
  async state() {
    const bytes = Y.encodeStateAsUpdate(doc);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    return { bytes, ...scanUpdate(bytes), shared };
  },
  close: () => doc.destroy(),
});

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
      return decide(control, command.request, command.asker, at, command.limits, command.findings);
    case "admit":
      return comeIn(control, command.who, at, command.limits);
    case "welcome-back":
      return welcomeBack(control, command.participant, command, at);
    case "see-off":
      return seeOff(control, command.participant);
    case "turnout":
      putTurnout(control, command.round, command.turnout);
      return done;
    case "publish-pulse":
      publishPulse(control, command.phase, command.answers);
      return done;
    case "raise-schema":
      raiseSchema(control, schemaVersion);
      return done;
    case "note-leaderless":
      return noteLeaderless(control, command.isLeaderless, at);
    case "count-drafts":
      countDrafts(control, command.counts);
      return done;
  }
}

const randomBit = () => Math.random() < 0.5;

function addEvents(
  board: ReturnType<typeof openBoard>,
  events: readonly EventToAdd[],
  at: number,
): void {
  let rank = rankAtEnd(readBoardState(board), "timeline", randomBit);
  for (const { id, at: happenedAt, isApprox = false, text, kind, evidence } of events) {
    addCard(board, {
      id,
      section: "timeline",
      rank, // events go by time; those of one moment, in the order they came in
      at,
      text,
      fields: { when: happenedAt === null ? null : { at: happenedAt, approx: isApprox }, kind },
      evidence: evidence.flatMap((piece, index) => readPiece(piece, at + index)),
    });
    rank = rankBetween(rank, undefined, randomBit);
  }
}

/** Notes in the order they come: whoever wants another one brings them in it. */
function addNotes(
  board: ReturnType<typeof openBoard>,
  notes: readonly NoteToAdd[],
  at: number,
): void {
  const state = readBoardState(board);
  const last = new Map<SectionId, Rank>();
  for (const { passes, ...note } of notes) {
    const before = last.get(note.section);
    const rank =
      before === undefined
        ? rankAtEnd(state, note.section, randomBit)
        : rankBetween(before, undefined, randomBit);
    last.set(note.section, rank);
    const text = (fragment: Y.XmlFragment) => writeRichText(fragment, note.text);
    addCard(board, { ...note, text, rank, at, ...(passes && { fields: { passes } }) });
  }
}

function readPiece(piece: EventToAdd["evidence"][number], addedAt: number): Evidence[] {
  const id = readEvidenceId(nanoid());
  if (!id) return [];
  const { url = null, text = null } = piece;
  const type = url === null ? "log" : evidenceTypeOf(url);
  return [{ id, type, label: "", url, text, addedAt }];
}
