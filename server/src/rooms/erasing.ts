// Erasing for good. What is to be erased stands in the control document first; from then on it happens, whatever fails:
//
//   noted in control ─▶ nothing that leans on it comes in ─▶ deleted on the board ─▶ every document written anew
//                                                                                   └─▶ older pages overwritten ─▶ done
//
// A room that is loaded and finds more noted than done goes on where the last one stopped.
import {
  isAtLeast,
  readParticipantId,
  type BoardId,
  type CardId,
  type RequestOf,
  type RequestRefusal,
} from "@secondstory/shared";
import type { Storage } from "../storage/storage.ts";
import { Erased } from "../updates/erased.ts";
import type { HostedBoard, HostedPrivate } from "./doc-host.ts";
import type { LiveDoc } from "./live-doc.ts";
import type { Meeting } from "./meeting.ts";
import type { Identity } from "./peer.ts";
import { participantOf, roleOf } from "./permissions.ts";
import type { RoomDocs } from "./room-docs.ts";

/** What erasing needs around it. */
export interface ErasingOptions {
  readonly board: BoardId;
  readonly storage: Storage;
  readonly docs: RoomDocs;
  readonly meeting: Meeting;
  /** How many erasures the storage says are done. */
  readonly done: number;
}

/** The erasures of one room. */
export class Erasing {
  readonly #options: ErasingOptions;
  readonly #erased = new Erased("cards");
  #done: number;
  #running: Promise<number> = Promise.resolve(0);

  constructor(options: ErasingOptions) {
    this.#options = options;
    this.#done = options.done;
  }

  /** Keeps what was erased from coming back to a board document that was just loaded. */
  async guard(board: LiveDoc<HostedBoard>): Promise<void> {
    const { erased } = this.#options.meeting.control;
    if (erased.length === 0) return;
    this.#erased.add(erased);
    await board.guard(this.#erased);
  }

  /**
   * Why somebody may not erase a card, or undefined if they may: a facilitator, who signed it, or who says to have begun it.
   * Whoever writes on the board could empty the card as well, so a claim is enough.
   */
  async refusalOf(
    { card }: RequestOf<"erase">,
    identity: Identity,
  ): Promise<RequestRefusal | undefined> {
    const { control } = this.#options.meeting;
    const role = roleOf(control, identity);
    if (!role || !isAtLeast(role, "participant") || control.erased.includes(card)) return undefined; // decided elsewhere
    const board = await this.#options.docs.openBoard();
    const found = await board.read((doc) => doc.readCard(card));
    if (!found) return { code: "card-unknown" };
    const asker = participantOf(identity);
    if (role === "facilitator" || (asker && found.by === asker)) return undefined;
    if (!asker) return { code: "not-the-author" };
    const begun = await this.#options.docs.tryPrivate(asker, (own) =>
      own.read((doc) => doc.hasBegun(card)),
    );
    return begun.ok && begun.value ? undefined : { code: "not-the-author" };
  }

  /**
   * Carries out what is noted and not done yet. Rejects with a `StorageFailure` if the disk does not take it.
   *
   * Somebody's private document that cannot be read stays as it is, whatever it holds; then it is not done, and tried again
   * with the next erasure and when the room is next loaded. Answers of how many people that is so.
   */
  finish(): Promise<number> {
    const run = this.#running.then(() => this.#finish());
    this.#running = run.catch(() => 0); // whoever asked is told; the next one tries again
    return run;
  }

  async #finish(): Promise<number> {
    const { board: id, storage, docs, meeting } = this.#options;
    const { erased, erasures } = meeting.control;
    if (this.#done >= erasures) return 0;
    const board = await docs.openBoard();
    await this.guard(board);
    await this.#delete(board, erased);
    const own = (await storage.listDocs(id)).map((path) => readParticipantId(path.split("/")[1]));
    await board.rewrite();
    await meeting.doc.rewrite();
    let leftOut = 0;
    for (const participant of own) {
      if (!participant) continue;
      const cleaned = await docs.tryPrivate(participant, (live) => this.#clean(live, erased));
      if (!cleaned.ok) leftOut += 1;
    }
    await storage.dropQuarantine(id);
    await storage.overwriteDeleted();
    if (leftOut > 0) return leftOut;
    await storage.noteErased(id, erasures);
    this.#done = erasures;
    return 0;
  }

  /** What became an erased card goes from its author's drafts too, and what was kept of one that had been set aside. */
  async #clean(own: LiveDoc<HostedPrivate>, cards: readonly CardId[]): Promise<void> {
    await own.write(async (doc) => {
      const update = await doc.eraseOf(cards);
      return { update, decision: update && { at: 0 }, value: undefined };
    });
    await own.rewrite();
  }

  #delete(board: LiveDoc<HostedBoard>, cards: readonly CardId[]): Promise<void> {
    return board.write(async (doc) => ({
      update: await doc.eraseCards(cards),
      decision: undefined,
      value: undefined,
    }));
  }
}
