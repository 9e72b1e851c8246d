// A whole server for tests: real routes, real rooms, a storage in memory, no limits, and helpers that speak its contract.
import {
  readBoardId,
  readParticipantId,
  type BoardId,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import type { FastifyInstance, InjectOptions } from "fastify";
import { onTestFinished } from "vitest";
import { buildApp } from "../app.ts";
import type { ServerOptions } from "../server.ts";
import { defaultWire } from "../limits.ts";
import {
  defaultDraftCountsMs,
  defaultNameless,
  defaultStepInAfterMs,
  defaultVotes,
} from "../settings.ts";
import { MemoryStorage } from "../storage/memory.ts";
import type { Storage } from "../storage/storage.ts";
import { openSocket, type SocketOptions, type TestSocket } from "./socket.ts";

/** A seat that a test holds. */
export interface TestSeat {
  readonly board: BoardId;
  readonly participant: ParticipantId;
  readonly role: Role;
  readonly token: string;
  /** The header that scripts send. */
  readonly headers: { readonly authorization: string };
}

/** A board that a test made. */
interface TestBoard {
  readonly id: BoardId;
  readonly secrets: Readonly<Record<Role, string>>;
}

/** A server under test. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly storage: Storage;
  readonly lines: readonly string[];
  /** Waits for a line of the log that holds this text. */
  logged(text: string): Promise<void>;
  createBoard(body?: Readonly<Record<string, unknown>>): Promise<TestBoard>;
  join(board: TestBoard, role: Role, name?: string): Promise<TestSeat>;
  /** Sends a request of the contract and gives the status and the body. */
  ask(seat: TestSeat, request: Readonly<Record<string, unknown>>): Promise<Answer>;
  call(options: InjectOptions): Promise<Answer>;
  /** Opens a socket and waits until it is open or refused. Listens first if need be. */
  socket(board: BoardId, doc: string, options?: SocketOptions): Promise<TestSocket>;
  /** The address it listens on. */
  origin(): Promise<string>;
}

/** What came back of a call. */
interface Answer {
  readonly status: number;
  // tests look into answers freely
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Builds a server that ends with the test. */
export async function testServer(
  options: Partial<Omit<ServerOptions, "settings">> & {
    readonly settings?: Partial<ServerOptions["settings"]>;
  } = {},
): Promise<TestServer> {
  const storage = options.storage ?? new MemoryStorage();
  const lines: string[] = [];
  let wake: () => void = () => undefined;
  const app = await buildApp({
    ...options,
    wire: { drainMs: 1_000, ...options.wire },
    storage,
    logStream: {
      write(line) {
        lines.push(line);
        wake();
      },
    },
    settings: {
      publicUrl: undefined,
      logLevel: "debug",
      limits: undefined,
      deviceLinkMs: 600_000,
      asideUndoMs: 20_000,
      wire: defaultWire,
      nameless: defaultNameless,
      votes: defaultVotes,
      stepInAfterMs: defaultStepInAfterMs,
      draftCountsMs: defaultDraftCountsMs,
      awaySeconds: 60,
      trustProxy: false,
      retentionDays: undefined,
      authNameHeader: undefined,
      metricsDoor: { port: undefined, token: undefined },
      clientDir: "/nowhere",
      ...options.settings,
    },
  });
  onTestFinished(() => app.close());
  let address: Promise<string> | undefined;

  const origin = () => (address ??= app.listen({ port: 0, host: "127.0.0.1" }));
  const call = async (inject: InjectOptions): Promise<Answer> => {
    const { statusCode, body, headers } = await app.inject(inject);
    return { status: statusCode, body: readJson(body), headers };
  };
  const post = (url: string, payload: object, headers = {}) =>
    call({ method: "POST", url, payload, headers });

  return {
    app,
    storage,
    lines,
    async logged(text) {
      while (!lines.some((line) => line.includes(text)))
        await new Promise<void>((resolve) => (wake = resolve));
    },
    call,
    origin,
    async createBoard(body = {}) {
      const { body: made } = await post("/api/boards", body);
      return { id: must(readBoardId(made.id)), secrets: made.secrets };
    },
    async join(board, role, name = `A ${role}`) {
      const { body } = await post(`/api/boards/${board.id}/join`, {
        secret: board.secrets[role],
        name,
      });
      return {
        board: board.id,
        participant: must(readParticipantId(body.participantId)),
        role: body.role,
        token: body.token,
        headers: { authorization: `Bearer ${body.token}` },
      };
    },
    ask: (seat, request) => post(`/api/boards/${seat.board}/requests`, request, seat.headers),
    async socket(board, doc, socketOptions = {}) {
      return openSocket(await origin(), `/api/boards/${board}/sync/${doc}`, socketOptions);
    },
  };
}

/** The value, which the test knows to be there. */
export function must<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error("the test believed it to be there");
  return value;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
