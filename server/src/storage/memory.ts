// A storage that forgets everything with the process: for tests, and for trying things out.
import type { BoardId, ParticipantId } from "@secondstory/shared";
import {
  rememberedRequests,
  rememberedDeviceLinkMs,
  StorageFailure,
  type AccessChange,
  type Decision,
  type DeviceLink,
  type DeviceLinkUse,
  type DocPath,
  type KeyHash,
  type LinkUse,
  type LogRow,
  type NewBoard,
  type NewSecret,
  type Storage,
  type StoredBoard,
  type StoredDoc,
  type StoredSeat,
  type StoredSecret,
} from "./storage.ts";

interface MemoryDoc {
  state: Uint8Array | undefined;
  rows: LogRow[];
}

interface MemoryBoard {
  readonly createdAt: number;
  erasures: number;
  openedAt: number;
  readonly docs: Map<DocPath, MemoryDoc>;
  readonly secrets: Map<KeyHash, StoredSecret>;
  readonly seats: Map<KeyHash, StoredSeat>;
  /** Which links each participant came by. */
  readonly links: Map<ParticipantId, Set<KeyHash>>;
  readonly deviceLinks: Map<KeyHash, DeviceLink & { readonly isUsed: boolean }>;
  readonly requests: Set<string>;
}

/** Keeps boards in memory. */
export class MemoryStorage implements Storage {
  readonly #boards = new Map<BoardId, MemoryBoard>();
  readonly #deleted = new Set<BoardId>();
  #position = 0;
  #closed = false;

  async createBoard(board: NewBoard): Promise<void> {
    this.#mustBeOpen();
    if (this.#boards.has(board.id)) throw new StorageFailure("disk", "the board exists already");
    const made: MemoryBoard = {
      createdAt: board.createdAt,
      erasures: 0,
      openedAt: board.createdAt,
      docs: new Map(),
      secrets: new Map(
        board.secrets.map((secret) => [secret.hash, asStored(secret, board.createdAt)]),
      ),
      seats: new Map(),
      links: new Map(),
      deviceLinks: new Map(),
      requests: new Set(),
    };
    this.#boards.set(board.id, made);
    for (const { doc, update } of board.docs) this.#push(made, doc, [update]);
  }

  async readBoard(board: BoardId): Promise<StoredBoard | undefined> {
    this.#mustBeOpen();
    const found = this.#boards.get(board);
    if (!found) return undefined;
    const { createdAt, openedAt, erasures } = found;
    return { createdAt, openedAt, erasures };
  }

  async deleteBoard(board: BoardId): Promise<boolean> {
    this.#mustBeOpen();
    if (!this.#boards.delete(board)) return false;
    this.#deleted.add(board);
    return true;
  }

  async wasDeleted(board: BoardId): Promise<boolean> {
    this.#mustBeOpen();
    return this.#deleted.has(board);
  }

  async noteOpened(board: BoardId, at: number): Promise<void> {
    const found = this.#boards.get(board);
    if (found) found.openedAt = Math.max(found.openedAt, at);
  }

  async listUnopened(since: number, limit: number): Promise<readonly BoardId[]> {
    this.#mustBeOpen();
    return [...this.#boards]
      .filter(([, { openedAt }]) => openedAt < since)
      .toSorted(([, a], [, b]) => a.openedAt - b.openedAt)
      .slice(0, limit)
      .map(([id]) => id);
  }

  async loadDoc(board: BoardId, doc: DocPath): Promise<StoredDoc> {
    this.#mustBeOpen();
    const found = this.#boards.get(board)?.docs.get(doc);
    return { state: found?.state, rows: [...(found?.rows ?? [])], damaged: 0 };
  }

  async append(board: BoardId, doc: DocPath, updates: readonly Uint8Array[]): Promise<number> {
    return this.#push(this.#mustFind(board), doc, updates);
  }

  async compact(board: BoardId, doc: DocPath, state: Uint8Array, through: number): Promise<void> {
    const found = docOf(this.#mustFind(board), doc);
    found.state = state;
    found.rows = found.rows.filter((row) => row.position > through);
  }

  async quarantine(board: BoardId, doc: DocPath, positions: readonly number[]): Promise<void> {
    const found = docOf(this.#mustFind(board), doc);
    found.rows = found.rows.filter((row) => !positions.includes(row.position));
  }

  async listDocs(board: BoardId): Promise<readonly DocPath[]> {
    this.#mustBeOpen();
    return [...(this.#boards.get(board)?.docs.keys() ?? [])];
  }

  async dropQuarantine(): Promise<void> {
    this.#mustBeOpen(); // nothing is ever damaged here
  }

  async noteErased(board: BoardId, erasures: number): Promise<void> {
    this.#mustFind(board).erasures = erasures;
  }

  async overwriteDeleted(): Promise<void> {
    this.#mustBeOpen();
  }

  async decide(board: BoardId, decision: Decision): Promise<number | undefined> {
    const found = this.#mustFind(board);
    let position: number | undefined;
    for (const { doc, update } of decision.updates ?? [])
      position = this.#push(found, doc, [update]);
    for (const change of decision.access ?? []) changeAccess(found, change, decision.at);
    if (decision.requestId !== undefined) remember(found.requests, decision.requestId);
    return position;
  }

  async hasSeen(board: BoardId, requestId: string): Promise<boolean> {
    this.#mustBeOpen();
    return this.#boards.get(board)?.requests.has(requestId) ?? false;
  }

  async listSecrets(board: BoardId): Promise<readonly StoredSecret[]> {
    this.#mustBeOpen();
    return [...(this.#boards.get(board)?.secrets.values() ?? [])];
  }

  async listLinkUses(board: BoardId): Promise<readonly LinkUse[]> {
    this.#mustBeOpen();
    const links = [...(this.#boards.get(board)?.links ?? [])];
    return links.flatMap(([participant, secrets]) =>
      [...secrets].map((secret) => ({ secret, participant })),
    );
  }

  async findSeat(board: BoardId, tokenHash: KeyHash): Promise<StoredSeat | undefined> {
    this.#mustBeOpen();
    return this.#boards.get(board)?.seats.get(tokenHash);
  }

  async useDeviceLink(
    board: BoardId,
    { hash, tokenHash, at }: Parameters<Storage["useDeviceLink"]>[1],
  ): Promise<DeviceLinkUse> {
    const { deviceLinks, seats } = this.#mustFind(board);
    const found = deviceLinks.get(hash);
    if (!found) return { outcome: "unknown" };
    if (found.isUsed) return { outcome: "used" };
    if (found.expiresAt <= at) return { outcome: "expired" };
    const { participant } = found;
    deviceLinks.set(hash, { ...found, isUsed: true });
    seats.set(tokenHash, { participant, tokenHash });
    return { outcome: "taken", participant };
  }

  async check(): Promise<void> {
    this.#mustBeOpen();
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #push(board: MemoryBoard, doc: DocPath, updates: readonly Uint8Array[]): number {
    const { rows } = docOf(board, doc);
    for (const update of updates) rows.push({ position: ++this.#position, update });
    return this.#position;
  }

  #mustFind(board: BoardId): MemoryBoard {
    this.#mustBeOpen();
    const found = this.#boards.get(board);
    if (!found) throw new StorageFailure("board-gone", "there is no such board");
    return found;
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StorageFailure("closed", "the storage is closed");
  }
}

function docOf(board: MemoryBoard, doc: DocPath): MemoryDoc {
  let found = board.docs.get(doc);
  if (!found) board.docs.set(doc, (found = { state: undefined, rows: [] }));
  return found;
}

function changeAccess(board: MemoryBoard, change: AccessChange, at: number): void {
  switch (change.type) {
    case "add-seat":
      board.seats.set(change.seat.tokenHash, change.seat);
      return;
    case "end-seat":
      board.seats.delete(change.tokenHash);
      return;
    case "end-seats-of":
      for (const seat of board.seats.values())
        if (seat.participant === change.participant) board.seats.delete(seat.tokenHash);
      for (const { participant, hash } of board.deviceLinks.values())
        if (participant === change.participant) board.deviceLinks.delete(hash);
      return;
    case "note-link": {
      const links = board.links.get(change.participant) ?? new Set();
      board.links.set(change.participant, links.add(change.secret));
      return;
    }
    case "add-secret":
      board.secrets.set(change.secret.hash, asStored(change.secret, at));
      return;
    case "add-device-link":
      addDeviceLink(board, change.deviceLink, at);
      return;
    case "switch-off-link":
      switchOff(board, (secret) => secret.hash === change.secret, at);
      return;
    case "switch-off-role":
      switchOff(board, (secret) => secret.role === change.role, at);
      return;
    case "switch-off-links-of": {
      const links = board.links.get(change.participant);
      switchOff(board, (secret) => links?.has(secret.hash) ?? false, at);
    }
  }
}

function switchOff(board: MemoryBoard, isMeant: (secret: StoredSecret) => boolean, at: number) {
  for (const secret of board.secrets.values())
    if (secret.switchedOffAt === undefined && isMeant(secret))
      board.secrets.set(secret.hash, { ...secret, switchedOffAt: at });
}

function addDeviceLink({ deviceLinks }: MemoryBoard, link: DeviceLink, at: number): void {
  for (const known of deviceLinks.values()) {
    if (known.expiresAt < at - rememberedDeviceLinkMs) deviceLinks.delete(known.hash);
    else if (known.participant === link.participant)
      deviceLinks.set(known.hash, { ...known, expiresAt: Math.min(known.expiresAt, at) });
  }
  deviceLinks.set(link.hash, { ...link, isUsed: false });
}

const asStored = ({ hash, link, role, madeBy }: NewSecret, madeAt: number): StoredSecret => ({
  hash,
  link,
  role,
  madeAt,
  madeBy,
  switchedOffAt: undefined,
});

function remember(requests: Set<string>, id: string): void {
  requests.add(id);
  for (const oldest of requests) {
    if (requests.size <= rememberedRequests) return;
    requests.delete(oldest);
  }
}
