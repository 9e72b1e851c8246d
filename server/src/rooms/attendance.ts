// The sockets of a room: those that are attached to a document, and those that wait for theirs to load.
import type { ParticipantId } from "@secondstory/shared";
import type { Peer } from "./peer.ts";

/** Who is in a room, and where. */
export class Attendance<Place> {
  /** Those that are attached. */
  readonly places = new Map<Peer, Place>();
  readonly #waiting = new Set<Peer>();

  get size(): number {
    return this.places.size + this.#waiting.size;
  }

  /** Everybody, those that wait too: what ends a seat ends theirs. */
  get everybody(): readonly Peer[] {
    return [...this.places.keys(), ...this.#waiting];
  }

  /** Who is attached with at least one socket. */
  participants(): ReadonlySet<ParticipantId> {
    const here = new Set<ParticipantId>();
    for (const { participant } of this.places.keys()) if (participant) here.add(participant);
    return here;
  }

  /** Counts a socket while it waits. */
  async waitFor<Value>(peer: Peer, opening: Promise<Value>): Promise<Value> {
    this.#waiting.add(peer);
    try {
      return await opening;
    } finally {
      this.#waiting.delete(peer);
    }
  }
}
