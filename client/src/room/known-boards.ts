// The boards that this browser knows, in localStorage: who one is on each of them, and the link secrets it has seen. Where
// storage is refused the list lives as long as the tab.
import { z } from "zod/mini";
import {
  phaseIds,
  readBoardId,
  readParticipantId,
  roles,
  type BoardId,
  type ParticipantId,
  type PhaseId,
  type Role,
} from "@secondstory/shared";

export interface KnownBoard {
  readonly id: BoardId;
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly title: string;
  readonly phase: PhaseId;
  /** Epoch milliseconds, this device's clock. */
  readonly lastVisitAt: number;
  /** The last link secret seen, by the role it gives. */
  readonly secrets: Readonly<Partial<Record<Role, string>>>;
  /** Those seen before it, the latest last; see link-secrets.ts. */
  readonly olderSecrets: Readonly<Partial<Record<Role, readonly string[]>>>;
}

const storageKey = "second-story:boards";

const stored = z.record(
  z.string(),
  z.object({
    participantId: z.string(),
    role: z.enum(roles),
    title: z.string(),
    phase: z.catch(z.enum(phaseIds), "prepare"),
    lastVisitAt: z.number(),
    secrets: z.partialRecord(z.enum(roles), z.string()),
    olderSecrets: z._default(z.partialRecord(z.enum(roles), z.array(z.string())), {}),
  }),
);

let memory: string | null = null;
const listeners = new Set<() => void>();
let cached: { readonly text: string | null; readonly boards: readonly KnownBoard[] } | undefined;

/** All known boards, the latest visit first. The list is the same object until something in it changes. */
export function knownBoards(): readonly KnownBoard[] {
  const text = read();
  if (cached?.text !== text) cached = { text, boards: parse(text) };
  return cached.boards;
}

/** One known board. */
export const knownBoard = (id: BoardId): KnownBoard | undefined =>
  knownBoards().find((board) => board.id === id);

/** Notes what is new about a board; the rest stays as it was. */
export function rememberBoard(board: Pick<KnownBoard, "id"> & Partial<KnownBoard>): void {
  const last = knownBoard(board.id);
  const participantId = board.participantId ?? last?.participantId;
  if (!participantId) return;
  const next: KnownBoard = {
    title: "",
    phase: "prepare",
    role: "participant",
    lastVisitAt: Date.now(),
    olderSecrets: {},
    ...last,
    ...board,
    participantId,
    secrets: { ...last?.secrets, ...board.secrets },
  };
  replaceKnownBoard(next);
}

/** Puts what is known about a board in the place of what was. */
export const replaceKnownBoard = (board: KnownBoard): void =>
  write([board, ...knownBoards().filter(({ id }) => id !== board.id)]);

/** Takes a board off the list, its secrets with it. */
export const forgetKnownBoard = (id: BoardId): void =>
  write(knownBoards().filter((board) => board.id !== id));

/** Calls back when the list changes, in this tab or another. */
export function subscribeToKnownBoards(onChange: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === storageKey) onChange();
  };
  listeners.add(onChange);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener("storage", onStorage);
  };
}

function parse(text: string | null): readonly KnownBoard[] {
  const boards: KnownBoard[] = [];
  for (const [key, board] of Object.entries(parseStored(text))) {
    const id = readBoardId(key);
    const participantId = readParticipantId(board.participantId);
    if (id && participantId) boards.push({ ...board, id, participantId });
  }
  return boards.toSorted((a, b) => b.lastVisitAt - a.lastVisitAt);
}

function parseStored(text: string | null): z.infer<typeof stored> {
  if (text === null) return {};
  try {
    const parsed = stored.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey) ?? memory;
  } catch {
    return memory;
  }
}

function write(boards: readonly KnownBoard[]): void {
  const text = JSON.stringify(Object.fromEntries(boards.map(({ id, ...board }) => [id, board])));
  memory = text;
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // Refused or full: the list stays in memory, and the status pill says what is not kept.
  }
  for (const listener of listeners) listener();
}
