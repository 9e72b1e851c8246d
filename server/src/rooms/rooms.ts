// The rooms that are open. Visitors of one board share its loading; a room that nobody has held for a while is stored away.
import type { BoardId } from "@secondstory/shared";
import { StorageFailure, type StoredBoard } from "../storage/storage.ts";
import { Room } from "./room.ts";
import type { RoomOptions } from "./room-options.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** What all rooms share, and how long an idle one stays. */
export interface RoomsOptions extends Omit<RoomOptions, "board" | "onGone" | "onFailure"> {
  readonly idleMs: number;
  readonly onFailure: (what: string, board: BoardId, error: unknown) => void;
}

interface Slot {
  readonly opening: Promise<Room>;
  holds: number;
  idleTimer: NodeJS.Timeout | undefined;
  /** Set while the room is storing: resolves when it is gone, or live again. */
  storing: Promise<void> | undefined;
}

/** Opens rooms and stores them away. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #slots = new Map<BoardId, Slot>();
  #isClosing = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
  }

  /** Whether the disk refuses something of any room. */
  async isFailing(): Promise<boolean> {
    const rooms = await Promise.all([...this.#slots.values()].map((slot) => settled(slot.opening)));
    return rooms.some((room) => room?.isFailing);
  }

  /** Whether a room of this board is open. */
  isOpen(board: BoardId): boolean {
    return this.#slots.has(board);
  }

  /** Opens a room and holds it until `release`. Undefined if there is no such board. */
  async hold(board: BoardId): Promise<Held | undefined> {
    for (;;) {
      if (this.#isClosing) throw new StorageFailure("closed", "the server is shutting down");
      const slot = this.#slots.get(board) ?? (await this.#newSlot(board));
      if (!slot) return undefined;
      if (slot.storing) {
        await slot.storing;
        continue;
      }
      clearTimeout(slot.idleTimer);
      slot.holds += 1;
      try {
        const room = await slot.opening;
        if (!room.isGone) return { room, release: once(() => this.#release(board, slot)) };
      } catch (error) {
        this.#release(board, slot);
        throw error;
      }
      this.#release(board, slot);
    }
  }

  /** Runs with a room held. Undefined if there is no such board. */
  async use<Value>(
    board: BoardId,
    run: (room: Room) => Promise<Value>,
  ): Promise<Value | undefined> {
    const held = await this.hold(board);
    if (!held) return undefined;
    try {
      return await run(held.room);
    } finally {
      held.release();
    }
  }

  /** Puts everything on disk, closes every socket with 1012, and takes no more visitors. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.all(
      [...this.#slots.values()].map(async (slot) => {
        clearTimeout(slot.idleTimer);
        const room = await settled(slot.opening);
        await room?.settle();
        room?.close("restarting");
      }),
    );
  }

  async #newSlot(board: BoardId): Promise<Slot | undefined> {
    const found = await this.#options.storage.readBoard(board);
    const raced = this.#slots.get(board); // somebody else may have been faster
    if (raced || !found) return raced;
    const slot: Slot = {
      opening: this.#load(board),
      holds: 0,
      idleTimer: undefined,
      storing: undefined,
    };
    this.#slots.set(board, slot);
    slot.opening.catch(() => this.#drop(board, slot));
    this.#noteOpened(board, found);
    this.#count();
    return slot;
  }

  /** Boards that nobody opens for long may be deleted: a day more or less is nothing there. */
  #noteOpened(board: BoardId, { openedAt }: StoredBoard): void {
    const { storage, now, onFailure } = this.#options;
    const at = now();
    if (at - openedAt < dayMs) return;
    storage
      .noteOpened(board, at)
      .catch((error: unknown) => onFailure("opening not noted", board, error));
  }

  #load(board: BoardId): Promise<Room> {
    return Room.load({
      ...this.#options,
      board,
      onFailure: (what, error) => this.#options.onFailure(what, board, error),
      onGone: () => this.#drop(board, this.#slots.get(board)),
    });
  }

  #release(board: BoardId, slot: Slot): void {
    slot.holds -= 1;
    if (slot.holds > 0 || this.#slots.get(board) !== slot || this.#isClosing) return;
    clearTimeout(slot.idleTimer);
    slot.idleTimer = setTimeout(() => {
      slot.storing ??= this.#store(board, slot);
    }, this.#options.idleMs);
    slot.idleTimer.unref();
  }

  /** From here on nobody joins: whoever comes waits for the end. A disk that fails brings the room back to life. */
  async #store(board: BoardId, slot: Slot): Promise<void> {
    const room = await settled(slot.opening);
    const isStored = (await room?.settle().catch(() => false)) ?? true;
    if (isStored) {
      room?.close("restarting");
      this.#options.metrics.evictions.inc();
      this.#drop(board, slot);
      return;
    }
    slot.storing = undefined;
    slot.holds += 1;
    this.#release(board, slot);
  }

  #drop(board: BoardId, slot: Slot | undefined): void {
    if (!slot || this.#slots.get(board) !== slot) return;
    clearTimeout(slot.idleTimer);
    this.#slots.delete(board);
    this.#count();
  }

  #count(): void {
    this.#options.metrics.rooms.set(this.#slots.size);
  }
}

/** A room that stays open until it is released. */
export interface Held {
  readonly room: Room;
  readonly release: () => void;
}

const settled = (opening: Promise<Room>): Promise<Room | undefined> =>
  opening.catch(() => undefined);

function once(run: () => void): () => void {
  let hasRun = false;
  return () => {
    if (hasRun) return;
    hasRun = true;
    run();
  };
}
