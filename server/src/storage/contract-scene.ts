// What the contract of storages is played with: two people, small updates, a board with its secrets.
import {
  readBoardId,
  readLinkId,
  readParticipantId,
  type BoardId,
  type LinkId,
  type ParticipantId,
  type Role,
} from "@secondstory/shared";
import type { DocPath, NewBoard, Storage } from "./storage.ts";

const idOf = <Id>(read: (text: unknown) => Id | undefined, text: string): Id => {
  const id = read(text);
  if (id === undefined) throw new Error(`not an id: ${text}`);
  return id;
};

export const boardIdOf = (text: string) => idOf<BoardId>(readBoardId, text);
export const ada = idOf<ParticipantId>(readParticipantId, "ada");
export const bob = idOf<ParticipantId>(readParticipantId, "bob");
/** A link that came with a board, or is added to it: its id is made from its hash. */
export const secret = (hash: string, role: Role, madeBy?: ParticipantId) => ({
  hash,
  link: idOf<LinkId>(readLinkId, `id-${hash}`),
  role,
  madeBy,
});

export const bytes = (...numbers: number[]) => new Uint8Array(numbers);

/** A seat that a decision adds. */
export const seat = (participant: ParticipantId, tokenHash: string) =>
  ({ type: "add-seat", seat: { participant, tokenHash } }) as const;

/** A board with two links and a seeded control document. */
export const newBoard = (id: BoardId): NewBoard => ({
  id,
  createdAt: 1_000,
  secrets: [secret("hash-f", "facilitator"), secret("hash-p", "participant")],
  docs: [{ doc: "control", update: bytes(1, 2, 3) }],
});

/** What a test of the contract gets. */
export interface Scene {
  readonly storage: Storage;
  /** A board that was just made. */
  readonly board: BoardId;
  /** The id of one that was not. */
  readonly other: BoardId;
}

/** The rows of a log, as numbers. */
export async function updatesOf(storage: Storage, board: BoardId, doc: DocPath) {
  const { rows } = await storage.loadDoc(board, doc);
  return rows.map(({ update }) => [...update]);
}
