// Puts drafts on the board: those that are picked of the people who have any, in one transaction with whatever was decided
// about them, in an order by lot and under the server's own client id. Each owner's document notes in the same transaction
// what was shared, so that nothing is shared twice and nothing is lost, whenever the server dies.
import {
  readCardId,
  type CardId,
  type ParticipantId,
  type UnsharedNote,
} from "@secondstory/shared";
import { invariant } from "@secondstory/shared";
import { nanoid } from "nanoid";
import { shuffled } from "./by-lot.ts";
import type { DocSpoiled, HostedPrivate, NoteToAdd } from "./doc-host.ts";
import type { RoomDocs } from "./room-docs.ts";
import { holdAll, type Held, type HeldUpdate, type Together } from "./server-write.ts";

/** A note that is not shared yet, and whose it is. */
export interface OwnNote extends UnsharedNote {
  readonly owner: ParticipantId;
  /** The card it will be. */
  readonly card: CardId;
}

/** What is to become of some notes; the others stay as they are. */
export interface Picked {
  readonly publish: readonly OwnNote[];
  /** These wait for a note of somebody else. */
  readonly wait: readonly OwnNote[];
}

/** What publishing needs around it. */
export interface Publishing {
  readonly docs: Pick<RoomDocs, "openBoard" | "tryPrivate" | "noteUnread">;
  /** Whose notes there are to pick from. */
  readonly owners: readonly ParticipantId[];
  readonly pick: (notes: readonly OwnNote[]) => Picked;
  /** Whether a note carries its author's name. */
  readonly isSigned: (note: OwnNote) => boolean;
  readonly random: () => number;
  /** Epoch milliseconds: the moment of all cards. */
  readonly at: number;
  /** Told of whom nothing is published because their document cannot be read; it stays as it is. */
  readonly leaveOut: (owner: ParticipantId) => void;
}

/** Publishes what `pick` says, in the transaction of the decision that asked for it. */
export const publishing =
  ({ docs, owners, pick, isSigned, random, at, leaveOut }: Publishing): Together =>
  async (commit) => {
    if (owners.length === 0) return commit([]);
    const board = await docs.openBoard();
    const inOneOrder = owners.toSorted(); // whoever holds several documents takes them in this order
    const found = await Promise.all(
      inOneOrder.map(async (key) => {
        const own = await docs.tryPrivate(key, async (live) => ({ key, live }));
        if (!own.ok) leaveOut(key);
        return own.ok ? [own.value] : [];
      }),
    );
    const onSpoiled = (owner: ParticipantId, error: DocSpoiled) => {
      docs.noteUnread(owner, error);
      leaveOut(owner);
    };
    return board.hold((heldBoard) => {
      const publish = async (held: ReadonlyMap<ParticipantId, Held<HostedPrivate>>) => {
        const all = await Promise.all([...held].map(([owner, own]) => notesOf(owner, own)));
        const picked = pick(all.flat());
        const notes = shuffled(picked.publish, random).map((note): NoteToAdd => ({
          id: note.card,
          section: note.section,
          text: note.text,
          passes: note.passes,
          by: isSigned(note) ? note.owner : null,
        }));
        const updates: HeldUpdate[] = [];
        if (notes.length > 0)
          updates.push({ ...heldBoard, update: await heldBoard.doc.addNotes(notes, at) });
        for (const [owner, own] of held) updates.push(...(await noted(own, owner, picked, at)));
        await commit(updates);
      };
      return holdAll(found.flat(), publish, onSpoiled);
    });
  };

async function notesOf(
  owner: ParticipantId,
  { doc }: Held<HostedPrivate>,
): Promise<readonly OwnNote[]> {
  const notes = await doc.unshared();
  return notes.map((note) => ({ ...note, owner, card: newCardId() }));
}

/** What an owner's document is told of their notes. */
async function noted(
  held: Held<HostedPrivate>,
  owner: ParticipantId,
  { publish, wait }: Picked,
  at: number,
): Promise<readonly HeldUpdate[]> {
  const own = (notes: readonly OwnNote[]) => notes.filter((note) => note.owner === owner);
  const [shared, waiting] = [own(publish), own(wait).map(({ draft }) => draft)];
  const updates: HeldUpdate[] = [];
  const add = (update: Uint8Array | undefined) => {
    if (update) updates.push({ ...held, update });
  };
  if (shared.length > 0) add(await held.doc.noteShared(shared, at));
  if (waiting.length > 0) add(await held.doc.putToWait(waiting, at));
  return updates;
}

function newCardId(): CardId {
  const id = readCardId(nanoid());
  invariant(id, "nanoid makes ids that can be a card's");
  return id;
}
