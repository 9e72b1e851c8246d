// What the server decides in a room, on request or by itself: the meeting, and whatever goes along with its decisions. The
// parts that wait for their time (facts without a name, hidden writing, votes, who leads) begin and rest together here.
import {
  accept,
  mayAsk,
  refuse,
  type ControlState,
  type MeetingRequest,
  type ParticipantId,
} from "@secondstory/shared";
import type { AccessChange } from "../storage/storage.ts";
import type { Erasing } from "./erasing.ts";
import { HiddenWriting } from "./hidden-writing.ts";
import { LeadWatch } from "./lead-watch.ts";
import { withoutSome, type Decision, type Meeting } from "./meeting.ts";
import { Nameless, type NamelessOptions } from "./nameless.ts";
import type { Identity } from "./peer.ts";
import { roleOf } from "./permissions.ts";
import type { Pulses } from "./pulses.ts";
import type { RoomOptions } from "./room-options.ts";
import type { RoomParts } from "./room-parts.ts";
import { isAsideRequest, type SetAside } from "./set-aside.ts";
import type { Voting } from "./voting.ts";

/** What steering needs of the room around it. */
export interface SteeringOptions {
  readonly connected: () => ReadonlySet<ParticipantId>;
  readonly addEvents: NamelessOptions["addEvents"];
  /** Runs after a request was carried out, with the changes of seats and links that belonged to it. */
  readonly onCarriedOut: (access: readonly AccessChange[]) => Promise<void>;
}

/** The decisions of one room. */
export class Steering {
  readonly #meeting: Meeting;
  readonly #erasing: Erasing;
  readonly #pulses: Pulses;
  readonly #aside: SetAside;
  readonly #voting: Voting;
  readonly #hidden: HiddenWriting;
  readonly #nameless: Nameless;
  readonly #leading: LeadWatch;
  readonly #onCarriedOut: SteeringOptions["onCarriedOut"];

  constructor(options: RoomOptions, parts: RoomParts, around: SteeringOptions) {
    const { docs, meeting, erasing, pulses, aside, voting } = parts;
    this.#meeting = meeting;
    this.#erasing = erasing;
    this.#pulses = pulses;
    this.#aside = aside;
    this.#voting = voting;
    this.#onCarriedOut = around.onCarriedOut;
    this.#leading = new LeadWatch({
      afterMs: options.settings.stepInAfterMs,
      connected: around.connected,
      control: () => this.control,
      onChange: (isLeaderless) =>
        void meeting
          .note({ type: "note-leaderless", isLeaderless })
          .catch((error: unknown) => options.onFailure("who leads not noted", error)),
    });
    this.#hidden = new HiddenWriting({ ...options, docs, meeting });
    this.#nameless = new Nameless({
      ...options,
      docs,
      control: () => this.control,
      addEvents: around.addEvents,
    });
  }

  /** What steers the meeting, as it stands on disk. */
  get control(): ControlState {
    return this.#meeting.control;
  }

  /** Whether nobody has led for long enough that somebody may step in. */
  get isLeaderless(): boolean {
    return this.#leading.isLeaderless;
  }

  /** Carries out a request of somebody here. `access` are the changes of seats and links that belong to it. */
  async decide(
    request: MeetingRequest,
    identity: Identity,
    access: readonly AccessChange[],
  ): Promise<Decision> {
    if (isAsideRequest(request)) return this.#aside.decide(request, identity);
    const refused =
      request.type === "erase" ? await this.#erasing.refusalOf(request, identity) : undefined;
    if (refused) return refuse(refused);
    const role = roleOf(this.control, identity);
    const may = role !== undefined && mayAsk(role, request);
    const alongside = this.#hidden.alongside(request);
    const decision = await this.#voting.decide(request, may, (findings) =>
      this.#meeting.decide(request, identity, access, alongside, findings),
    );
    if (!decision.ok) return decision;
    if (decision.value.isCarriedOut) await this.#onCarriedOut(access);
    const isErasing = request.type === "erase" || request.type === "eraseDeleted";
    const leftOut = isErasing ? await this.#erasing.finish() : 0;
    await this.#pulses.finish();
    return withoutSome(accept({ ...decision.value, control: this.control }), leftOut);
  }

  /** Takes note of what somebody wrote into their private document. */
  note(owner: ParticipantId, update: Uint8Array): void {
    for (const part of this.#waiting) part.note(owner, update);
  }

  /** Looks again at what there is to do: something was decided. */
  lookAgain(): void {
    this.#leading.look();
    for (const part of this.#waiting) part.lookAgain();
  }

  /** Somebody came or went. */
  lookWhoIsHere(): void {
    this.#leading.lookSoon();
  }

  /** Begins nothing more, and resolves when what was begun is done. */
  async rest(): Promise<void> {
    await Promise.all(this.#waiting.map((part) => part.rest()));
  }

  /** Goes on after a rest. */
  goOn(): void {
    for (const part of this.#waiting) part.goOn();
  }

  /** Begins nothing more, for good. */
  close(): void {
    this.#leading.close();
    void this.rest();
  }

  get #waiting(): readonly (Nameless | HiddenWriting | Voting)[] {
    return [this.#nameless, this.#hidden, this.#voting];
  }
}
