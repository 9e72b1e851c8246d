// The servers that are compared: how each is started, how it is spoken to, and what it promises.
import { fileURLToPath } from "node:url";
import type { DocName } from "./room.ts";
import { hocuspocusFraming, plainFraming, type Framing } from "./messages.ts";

/** A server to compare. */
export interface ServerKind {
  readonly title: string;
  /** Arguments for Node. */
  readonly program: readonly string[];
  /** Where it wants its data folder named; undefined for one that keeps nothing. */
  readonly dataSetting: "DATA_DIR" | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly framing: Framing;
  /** Whether a newcomer gets what was written before. */
  readonly keepsDocs: boolean;
  /** Whether it has to be installed first. */
  readonly isPeer: boolean;
  /** Boards and seats, for a server that lets only those in who have joined. */
  readonly seats?: (origin: string) => Seats;
}

/** Where somebody gets into a document. */
export interface Door {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What a server wants to find in every awareness state. */
  readonly state?: object;
  /** Where the same headers read the whole board as a report, which makes the server open the document. */
  readonly reportUrl?: string;
}

/** Who wants in where. */
interface Visit {
  readonly board: string;
  readonly doc: DocName;
  readonly person: number;
  readonly wantsSaved: boolean;
}

/** Gives seats: the same person gets the same one again. */
export type Seats = (visit: Visit) => Promise<Door>;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const relay = {
  program: [at("relay.ts")],
  dataSetting: undefined,
  framing: plainFraming,
  keepsDocs: false,
  isPeer: false,
};

/** By the name the command line knows them by. */
export const serverKinds = {
  ours: {
    title: "Second Story",
    program: ["--max-semi-space-size=16", at("../../server/src/main.ts")], // as `npm start` does,
    dataSetting: "DATA_DIR",
    environment: { LOG_LEVEL: "warn", LIMITS: "off" },
    framing: plainFraming,
    keepsDocs: true,
    isPeer: false,
    seats: seatsOfSecondStory,
  },
  "y-websocket": {
    title: "y/websocket-server",
    program: [at("../peers/node_modules/@y/websocket-server/src/server.js")],
    dataSetting: undefined,
    framing: plainFraming,
    keepsDocs: true,
    isPeer: true,
  },
  hocuspocus: {
    title: "Hocuspocus",
    program: [at("../peers/hocuspocus.mjs")],
    dataSetting: "DATA_DIR",
    framing: hocuspocusFraming,
    keepsDocs: true,
    isPeer: true,
  },
  // not compared unless asked for: what passing frames on costs without any Yjs, and a server the checks must catch
  relay: { ...relay, title: "bare relay" },
  leaky: { ...relay, title: "leaky relay", environment: { DROP: "0.02" } },
} satisfies Record<string, ServerKind>;

export type ServerName = keyof typeof serverKinds;

/** The name of a server, or undefined. */
export const readServerName = (text: string): ServerName | undefined =>
  Object.keys(serverKinds).find((name): name is ServerName => name === text);

/** By the HTTP contract: one board a room, one seat a person, the same over a restart of the server. */
function seatsOfSecondStory(origin: string): Seats {
  const boards = new Map<string, Promise<Board>>();
  const seats = new Map<string, Promise<Seat>>();
  return async ({ board: title, doc, person, wantsSaved }) => {
    const board = await once(boards, title, () => post<Board>(`${origin}/api/boards`, { title }));
    const seat = await once(seats, `${title} ${person}`, () =>
      post<Seat>(`${origin}/api/boards/${board.id}/join`, {
        secret: board.secrets.participant,
        name: `Participant ${person}`,
      }),
    );
    return {
      path: `/api/boards/${board.id}/sync/${doc}${wantsSaved ? "?saved=1" : ""}`,
      headers: { authorization: `Bearer ${seat.token}` },
      state: { participantId: seat.participantId },
      reportUrl: `${origin}/api/boards/${board.id}/export.md`,
    };
  };
}

interface Board {
  readonly id: string;
  readonly secrets: { readonly participant: string };
}

interface Seat {
  readonly participantId: string;
  readonly token: string;
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Answer;
}

function once<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) {
  let value = known.get(key);
  if (!value) known.set(key, (value = make()));
  return value;
}
