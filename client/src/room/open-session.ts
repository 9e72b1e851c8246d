// One participant's visit to a room: the three documents, their copies in this browser and their sockets, made in this one
// place and outside React. Components read it through the hooks beside this file and change it through the model's commands.
//
//   opened ──(copies loaded)──▶ usable, offline ──(sockets synced)──▶ online ⇄ offline ──▶ ended (a code says why) | closed
import { nanoid } from "nanoid";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  closeCodes,
  createBoardView,
  createControlView,
  createUndoManager,
  openBoard,
  openControl,
  openPrivate,
  readCardId,
  readEvidenceId,
  invariant,
  type Board,
  type BoardId,
  type BoardView,
  type CardId,
  type ControlView,
  type DocName,
  type EvidenceId,
  type MeetingRequest,
  type ParticipantId,
  type PhaseId,
  type Private,
  type RandomBit,
} from "@secondstory/shared";
import { measuredOffset } from "./clock-offset.ts";
import { firstConnection, type Connection, type Ending } from "./connection.ts";
import { knownBoard, rememberBoard } from "./known-boards.ts";
import { untilLoaded } from "../ui/later.ts";
import { followErasures } from "./erasures.ts";
import { keepTyped } from "./keep-typed.ts";
import { followBegun } from "./note-begun.ts";
import { readPending, type PendingChange } from "./pending-changes.ts";
import { trackSession } from "./pending-of-session.ts";
import { asker, type RequestAnswer } from "./asker.ts";
import { followPresence, type Presence } from "./presence.ts";
import { openDocSocket, type DocSocketEvents } from "./doc-socket.ts";
import { createSockets } from "./sockets.ts";
import { syncUrl } from "./sync-url.ts";
import { createStore, type Store } from "./store.ts";
import { watchAway } from "./watch-away.ts";

export interface Session {
  readonly boardId: BoardId;
  readonly me: ParticipantId;
  readonly board: Board;
  readonly boardView: BoardView;
  readonly controlView: ControlView;
  readonly privateDoc: Private;
  readonly awareness: Awareness;
  readonly undoManager: Y.UndoManager;
  readonly connection: Store<Connection>;
  readonly presence: Store<Presence>;
  readonly justLeft: ReturnType<typeof watchAway>;
  /** Resolves once this browser's own copies are loaded. */
  readonly whenLoaded: Promise<void>;
  /** Asks the server to decide. Never throws: without an answer the code is `offline`. */
  readonly request: (request: MeetingRequest) => Promise<RequestAnswer>;
  readonly newCardId: () => CardId;
  readonly newEvidenceId: () => EvidenceId;
  readonly randomBit: RandomBit;
  /** The server's clock, as far as known: epoch milliseconds. */
  readonly now: () => number;
  /** Tells the others what I am writing in: a card's id, a shared text's name, or nothing. */
  readonly setEditing: (target: string | null) => void;
  readonly setLookingAt: (phase: PhaseId) => void;
  /** Tries the connection at once, without waiting for the backoff. */
  readonly reconnect: () => void;
  /** Closes sockets and copies; what is on this device stays. */
  readonly close: () => void;
  /** Closes and deletes this device's copies of the board. */
  readonly forget: () => void;
  /** Closes and deletes this device's copies of what the server refused changes to. */
  readonly dropRefused: () => Promise<void>;
}

const names = ["board", "control", "private"] as const satisfies readonly DocName[];

/** What keeps copies is no part of the first paint. */
const localCopies = () => import("./local-copy.ts");

/** Opens a session. It is usable at once; documents fill as copies load and sockets sync. */
export function openSession(boardId: BoardId, me: ParticipantId): Session {
  const docs = { board: new Y.Doc(), control: new Y.Doc(), private: new Y.Doc() };
  const board = openBoard(docs.board);
  const boardView = createBoardView(board);
  const controlView = createControlView(openControl(docs.control));
  const awareness = new Awareness(docs.board);
  awareness.setLocalState({ participantId: me });
  const presence = followPresence(awareness);
  const connection = createStore<Connection>(firstConnection);
  const patch = (change: Partial<Connection>) => connection.set({ ...connection.get(), ...change });
  const now = () => Date.now() + connection.get().clockOffsetMs;

  let savePending: (changes: readonly PendingChange[]) => void = () => {};
  const privateDoc = openPrivate(docs.private);
  const pending = trackSession(board, privateDoc, () => {
    const list = pending.list();
    const isNews = list !== connection.get().pending;
    patch({ pending: list, unconfirmed: pending.oldestUnconfirmed() });
    if (isNews) savePending(list);
  });

  let keepOffset: (offsetMs: number) => void = () => {};

  let isLoaded = false;
  let isClosed = false;
  const closers: (() => void)[] = [];
  const updateOnline = () => {
    const isOnline = sockets.isSynced("board") && sockets.isSynced("control");
    patch({
      isOnline,
      wasOnline: connection.get().wasOnline || isOnline,
      isOwnBehind: sockets.isSynced("control") && !sockets.isSynced("private"),
      ...(isOnline && { lastContactAt: Date.now() }),
    });
  };
  /** A board that was deleted takes its copies along, unless something lies only here: then its author decides. */
  const end = async (ending: Ending) => {
    if (ending !== "no-board") return patch({ ending });
    const { dropDeletedBoard, isBoardDeleted } = await untilLoaded(
      () => import("./deleted-board.ts"),
    );
    const isDeleted = await isBoardDeleted(boardId);
    if (isClosed) return; // it was deleted from here
    patch({ ending: isDeleted ? "deleted" : "no-board" });
    if (isDeleted && pending.list().length === 0) dropDeletedBoard(boardId, forget);
  };
  const eventsOf = (name: DocName): DocSocketEvents => ({
    onOpen: () => pending.of(name)?.opened(),
    onSent: (n, isStep2) => pending.of(name)?.sent(n, isStep2),
    onSaved: (n, serverAt) => {
      const { lastContactAt, clockOffsetMs: last } = connection.get();
      const clockOffsetMs = measuredOffset(serverAt - Date.now(), lastContactAt && last);
      patch({ lastContactAt: Date.now(), clockOffsetMs });
      if (clockOffsetMs !== last) keepOffset(clockOffsetMs);
      pending.of(name)?.confirmed(n);
    },
    onSynced: () => {
      updateOnline();
      if (name === "board") erasures.inStep();
    },
    onLost: (code) => {
      updateOnline();
      const ending = endings[code];
      if (ending) {
        sockets.close();
        void end(ending);
      }
      if (name === "private" && code === closeCodes.readOnly) sockets.drop(name);
    },
  });
  const sockets = createSockets({
    connect: (name, events) =>
      openDocSocket({
        url: syncUrl(boardId, name, me),
        doc: docs[name],
        awareness: name === "board" ? awareness : undefined,
        events,
      }),
    events: eventsOf,
    random: Math.random,
    now: () => performance.now(),
  });
  const undoManager = createUndoManager(board);
  const erasures = followErasures({
    board,
    controlView,
    undoManager,
    others: [docs.control, docs.private],
    forgetPending: pending.forget,
    askAnew: () => sockets.askAnew("board"),
  });
  const stopNoting = followBegun(board, privateDoc, now);
  const stopKeeping = keepTyped({
    board,
    boardView,
    own: privateDoc,
    isUnsaved: (card) => pending.list().some(({ target }) => target === card),
    onAside: erasures.forgetWords,
  });
  const role = () => roleOf(controlView, me) ?? knownBoard(boardId)?.role;
  /** Opens what is not open yet; an observer has no private document until somebody lets them write. */
  const openSockets = () => {
    for (const name of names) if (name !== "private" || role() !== "observer") sockets.open(name);
  };

  const deleteHere = async (which: readonly DocName[]) => {
    const { copyName, deleteCopies } = await localCopies();
    await deleteCopies(which.map((name) => copyName(boardId, me, name)));
  };
  const load = async () => {
    const { canKeepCopies, copyName, keepCopy } = await untilLoaded(localCopies);
    const keepsCopies = await canKeepCopies();
    if (isClosed) return;
    patch({ keepsCopies });
    if (keepsCopies) {
      const copies = await Promise.all(
        names.map((name) => keepCopy(copyName(boardId, me, name), docs[name])),
      );
      const boardCopy = copies[0];
      invariant(boardCopy, "the first document is the board");
      savePending = (changes) => void boardCopy.set("pending", JSON.stringify(changes));
      keepOffset = (offsetMs) => void boardCopy.set("clockOffsetMs", offsetMs);
      pending.restore(readPending(await boardCopy.get("pending")));
      const kept: unknown = await boardCopy.get("clockOffsetMs");
      if (typeof kept === "number" && Number.isFinite(kept)) patch({ clockOffsetMs: kept });
      closers.push(() => copies.forEach((copy) => void copy.destroy()));
      erasures.keepCopies(copies);
    }
    isLoaded = true;
    if (!isClosed) openSockets();
  };

  const onVisible = () => {
    if (document.visibilityState === "visible") sockets.reconnect();
  };
  window.addEventListener("online", sockets.reconnect);
  document.addEventListener("visibilitychange", onVisible);

  const stopFollowing = controlView.subscribe(() => {
    const { title, phase, roster } = controlView.getState();
    const mine = roster[me];
    if (mine)
      rememberBoard({ id: boardId, title, phase, role: mine.role, lastVisitAt: Date.now() });
    if (isLoaded && !isClosed && !connection.get().ending) openSockets();
  });

  const close = () => {
    if (isClosed) return;
    isClosed = true;
    window.removeEventListener("online", sockets.reconnect);
    document.removeEventListener("visibilitychange", onVisible);
    stopFollowing();
    stopNoting();
    stopKeeping();
    erasures.close();
    pending.destroy();
    awareness.setLocalState(null);
    sockets.close();
    for (const closeCopy of closers) closeCopy();
    awareness.destroy();
    boardView.destroy();
    controlView.destroy();
  };

  const forget = () => {
    close();
    void deleteHere(names);
  };

  return {
    boardId,
    me,
    board,
    boardView,
    controlView,
    privateDoc,
    awareness,
    undoManager,
    connection,
    presence,
    justLeft: watchAway(awareness, presence),
    whenLoaded: load(),
    request: asker(boardId, controlView),
    newCardId: () => made(readCardId(nanoid())),
    newEvidenceId: () => made(readEvidenceId(nanoid())),
    randomBit: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 2 === 0,
    now,
    setEditing: (target) => awareness.setLocalStateField("editing", target),
    setLookingAt: (phase) => awareness.setLocalStateField("lookingAt", phase),
    reconnect: sockets.reconnect,
    close,
    forget,
    dropRefused: () => {
      const hasDrafts = pending.list().some(({ kind }) => kind === "draft");
      close();
      return deleteHere(hasDrafts ? ["board", "private"] : ["board"]);
    },
  };
}

const endings: Readonly<Record<number, Ending>> = {
  [closeCodes.noSeat]: "no-seat",
  [closeCodes.noBoard]: "no-board",
  [closeCodes.clientTooOld]: "client-too-old",
  [closeCodes.tooLarge]: "too-large",
};

const roleOf = (control: ControlView, me: ParticipantId) => control.getState().roster[me]?.role;

const made = <Id>(id: Id | undefined): Id => {
  invariant(id !== undefined, "nanoid makes ids of the board's alphabet");
  return id;
};
