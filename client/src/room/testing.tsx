// For tests of the screen: a session over real documents without a server, and two or more of them connected in memory.
import "../ui/theme.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { nanoid } from "nanoid";
import type { ReactNode } from "react";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  createBoardView,
  createControlView,
  createUndoManager,
  invariant,
  openBoard,
  openControl,
  openPrivate,
  readBoardId,
  readCardId,
  readEvidenceId,
  readParticipantId,
  type Board,
  type CardId,
  type Control,
  type Language,
  type MeetingRequest,
  type ParticipantId,
  type PhaseId,
  type Role,
  type SectionId,
} from "@secondstory/shared";
import { addCard, rankAtEnd, readBoardState, type NewCard } from "@secondstory/shared";
import { firstConnection, type Connection } from "./connection.ts";
import type { RequestAnswer } from "./asker.ts";
import type { JustLeft } from "./away.ts";
import type { Session } from "./open-session.ts";
import { followPresence } from "./presence.ts";
import { createStore } from "./store.ts";
import { SessionContext } from "./use-session.ts";

/** Someone on the roster of a test. */
interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly role?: Role;
}

export interface TestRoom {
  /** Who is at the table, in the order of joining; by default Noa leads, Robin takes part and Ida reads. */
  readonly people?: readonly TestPerson[];
  /** Whose session it is; the second of the people by default. */
  readonly me?: string;
  readonly title?: string;
  readonly phase?: PhaseId;
  readonly language?: Language;
  readonly isSealed?: boolean;
  readonly createdAt?: number;
  readonly connection?: Partial<Connection>;
  /** Fills the board before the session sees it. */
  readonly fill?: (board: Board) => void;
  readonly onRequest?: (request: MeetingRequest) => RequestAnswer;
  /** The clock: epoch milliseconds. */
  readonly now?: () => number;
}

const usualPeople: readonly TestPerson[] = [
  { id: "noa", name: "Noa", role: "facilitator" },
  { id: "robin", name: "Robin" },
  { id: "ida", name: "Ida", role: "observer" },
];

/** A session without a server. */
export interface TestSession extends Session {
  /** What was asked of the server, in order. */
  readonly requests: MeetingRequest[];
  /** What only the server writes, for a test to write. */
  readonly control: Control;
}

/** The session of one person over documents in memory. What it asks the server for is noted in `requests`. */
export function testSession(room: TestRoom = {}): TestSession {
  const people = room.people ?? usualPeople;
  const me = asId(readParticipantId(room.me ?? people[1]?.id ?? people[0]?.id));
  const docs = { board: new Y.Doc(), control: new Y.Doc(), private: new Y.Doc() };
  const board = openBoard(docs.board);
  room.fill?.(board);
  const control = openControl(docs.control);
  docs.control.transact(() => {
    control.meeting.set("title", room.title ?? "Checkout errors after pool size change");
    control.meeting.set("phase", room.phase ?? "prepare");
    control.meeting.set("language", room.language ?? "en");
    control.meeting.set("createdAt", room.createdAt ?? 0);
    if (room.isSealed) control.meeting.set("seal", { at: 1, by: people[0]?.id ?? "noa" });
    people.forEach(({ id, name, role }, joinOrder) =>
      control.roster.set(id, { name, role: role ?? "participant", joinOrder, joinedAt: joinOrder }),
    );
  });
  const awareness = new Awareness(docs.board);
  awareness.setLocalState({ participantId: me });
  const boardView = createBoardView(board);
  const controlView = createControlView(control);
  const presence = followPresence(awareness);
  const requests: MeetingRequest[] = [];
  const close = () => {
    awareness.destroy();
    boardView.destroy();
    controlView.destroy();
  };
  return {
    boardId: asId(readBoardId("test-board")),
    me,
    board,
    boardView,
    controlView,
    privateDoc: openPrivate(docs.private),
    awareness,
    undoManager: createUndoManager(board),
    connection: createStore<Connection>({
      ...firstConnection,
      isOnline: true,
      wasOnline: true,
      ...room.connection,
    }),
    presence,
    justLeft: createStore<JustLeft>({}),
    whenLoaded: Promise.resolve(),
    requests,
    control,
    request: (request) => {
      requests.push(request);
      const answer = room.onRequest?.(request);
      return Promise.resolve(answer ?? { ok: true, secret: undefined, link: undefined });
    },
    newCardId: () => asId(readCardId(nanoid())),
    newEvidenceId: () => asId(readEvidenceId(nanoid())),
    randomBit: () => Math.random() < 0.5,
    now: room.now ?? Date.now,
    setEditing: (target) => awareness.setLocalStateField("editing", target),
    setLookingAt: (phase) => awareness.setLocalStateField("lookingAt", phase),
    reconnect: () => {},
    close,
    forget: close,
    dropRefused: () => Promise.resolve(close()),
  };
}

/** Connects sessions: what one writes, and where they are, reaches all others at once. Answers how to part them again. */
export function connect(...sessions: readonly Session[]): () => void {
  const closers: (() => void)[] = [];
  const net = {}; // the origin of what comes from another
  for (const from of sessions) {
    const others = sessions.filter((session) => session !== from);
    for (const to of others)
      Y.applyUpdate(to.board.doc, Y.encodeStateAsUpdate(from.board.doc), net);
    const sendAwareness = (to: Session) =>
      applyAwarenessUpdate(
        to.awareness,
        encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]),
        net,
      );
    others.forEach(sendAwareness);
    const onUpdate = (update: Uint8Array, origin: unknown) => {
      if (origin !== net) for (const to of others) Y.applyUpdate(to.board.doc, update, net);
    };
    const onAwareness = (_change: unknown, origin: unknown) => {
      if (origin !== net) others.forEach(sendAwareness);
    };
    from.board.doc.on("update", onUpdate);
    from.awareness.on("update", onAwareness);
    closers.push(() => {
      from.board.doc.off("update", onUpdate);
      from.awareness.off("update", onAwareness);
    });
  }
  return () => closers.forEach((closeOne) => closeOne());
}

/** Puts a card at the end of a section, by its words. Answers its id. */
export function putCard<Id extends SectionId>(
  board: Board,
  section: Id,
  text: string,
  more: Partial<Omit<NewCard<Id>, "section" | "text">> = {},
): CardId {
  const id = more.id ?? asId(readCardId(nanoid()));
  const rank = rankAtEnd(readBoardState(board), section, () => true);
  addCard<Id>(board, { rank, at: 0, ...more, id, section, text }, "somebody-else");
  return id;
}

interface RoomForTestsProps {
  readonly session: Session;
  readonly children: ReactNode;
}

/** What stands above every part of the board page: the session and the language of the tool, English unless one speaks. */
export function RoomForTests({ session, children }: RoomForTestsProps) {
  if (i18n.locale === "") i18n.loadAndActivate({ locale: "en", messages: {} });
  return (
    <I18nProvider i18n={i18n}>
      <SessionContext value={session}>{children}</SessionContext>
    </I18nProvider>
  );
}

/** A participant's id in a test. */
export const participantId = (text: string): ParticipantId => asId(readParticipantId(text));

function asId<Id>(id: Id | undefined): Id {
  invariant(id !== undefined, "a test uses ids of the board's alphabet");
  return id;
}
