// What steers the meeting: the control document, and the server's decisions on it. What is decided counts once it is on
// disk, for this process too.
import {
  accept,
  isStale,
  refuse,
  type Asker,
  type BoardId,
  type ControlState,
  type Findings,
  type MeetingRequest,
  type ParticipantId,
  type RequestRefusal,
  type Result,
} from "@secondstory/shared";
import type { AccessChange, Storage } from "../storage/storage.ts";
import type { ControlCommand, HostedControl } from "./doc-host.ts";
import type { LiveDoc } from "./live-doc.ts";
import type { Identity } from "./peer.ts";
import { participantOf, roleOf } from "./permissions.ts";
import type { RoomSettings } from "./room-options.ts";
import { nothingWritten, type ServerWrite, type Together } from "./server-write.ts";

/** The answer to a request that was not refused. */
interface Decided {
  readonly control: ControlState;
  /** False for a request that was repeated, came too late, or left everything as it was. */
  readonly isCarriedOut: boolean;
  /** Of how many people something should have been in it, and is not: their private documents cannot be read. */
  readonly leftOut?: number;
}

/** What became of a request. */
export type Decision = Result<Decided, RequestRefusal>;

/** What a request did to the control document, and who asked. */
export interface Change {
  readonly before: ControlState;
  readonly after: ControlState;
  readonly asker: Asker;
  /** Notes that somebody's private document cannot be read, so that nothing of it is in what was decided. */
  readonly leaveOut: (owner: ParticipantId) => void;
}

/** What a request changes in other documents, in the same transaction; undefined if nothing. */
export type Alongside = (change: Change) => Together | undefined;

/** A decision, and of how many people something is not in it. */
export const withoutSome = (decision: Decision, leftOut: number): Decision =>
  decision.ok && leftOut > 0 ? accept({ ...decision.value, leftOut }) : decision;

/** What a meeting needs around it. */
export interface MeetingOptions {
  readonly board: BoardId;
  readonly storage: Storage;
  readonly now: () => number;
  readonly settings: Pick<
    RoomSettings,
    "askAgainMs" | "maxWaiting" | "knockAgainMs" | "seenItems" | "maxVotes"
  >;
  /** Whether nobody who leads has been here for long enough that somebody may step in. */
  readonly isLeaderless: () => boolean;
  /** Runs when a decision is on disk, before anyone hears of it. */
  readonly onDecided: () => void;
}

/** What no request asks for. */
type FoundOut = Extract<
  ControlCommand,
  { readonly type: "publish-pulse" | "count-drafts" | "note-leaderless" | "turnout" }
>;

/** The meeting of one room. Decisions are made one after the other. */
export class Meeting {
  readonly doc: LiveDoc<HostedControl>;
  readonly #options: MeetingOptions;
  #control: ControlState;

  /** `control` is what the document says at the moment. */
  constructor(doc: LiveDoc<HostedControl>, control: ControlState, options: MeetingOptions) {
    this.doc = doc;
    this.#control = control;
    this.#options = options;
  }

  /** What steers the meeting, as it stands on disk. */
  get control(): ControlState {
    return this.#control;
  }

  /**
   * Carries out a request. `access` are the changes of seats and links that belong to it, `alongside` those of other
   * documents; `findings` is what was looked up for it in other documents.
   */
  async decide(
    request: MeetingRequest,
    identity: Identity,
    access: readonly AccessChange[],
    alongside?: Alongside,
    findings: Findings = {},
  ): Promise<Decision> {
    const { board, storage } = this.#options;
    const left = new Set<ParticipantId>();
    const leaveOut = (owner: ParticipantId) => void left.add(owner);
    const decision = await this.doc.write<Decision>(async (doc) => {
      const unchanged = nothingWritten<Decision>(
        accept({ control: this.#control, isCarriedOut: false }),
      );
      if (request.id !== undefined && (await storage.hasSeen(board, request.id))) return unchanged;
      const role = roleOf(this.#control, identity); // as of this turn: the request before may have changed it
      if (!role) return nothingWritten(refuse({ code: "participant-gone" }));
      const asker = { participant: participantOf(identity), role };
      const before = this.#control;
      const isLate = isStale(before, request);
      const written = await this.#carryOut(
        doc,
        {
          type: "request",
          request,
          asker,
          limits: { ...this.#limits, isLeaderless: this.#options.isLeaderless() },
          findings,
        },
        access,
      );
      if (!written.value.ok) return written;
      if (isLate) return unchanged;
      const at = this.#options.now();
      const { control: after } = written.value.value;
      const together = alongside?.({ before, after, asker, leaveOut });
      return { ...written, together, decision: { at, access, requestId: request.id } };
    });
    return withoutSome(decision, left.size);
  }

  /** Puts somebody on the roster, or welcomes them back, together with their seat. */
  seat(
    command: Exclude<ControlCommand, { readonly type: "request" } | FoundOut>,
    access: readonly AccessChange[],
  ): Promise<Decision> {
    const limited = command.type === "admit" ? { ...command, limits: this.#limits } : command;
    return this.doc.write<Decision>((doc) => this.#carryOut(doc, limited, access));
  }

  get #limits(): MeetingOptions["settings"] {
    const { askAgainMs, maxWaiting, knockAgainMs, seenItems, maxVotes } = this.#options.settings;
    return { askAgainMs, maxWaiting, knockAgainMs, seenItems, maxVotes };
  }

  /** Writes what the server counted or found out by itself. */
  note(command: FoundOut): Promise<Decision> {
    return this.doc.write<Decision>((doc) => this.#carryOut(doc, command, []));
  }

  async #carryOut(
    doc: HostedControl,
    command: ControlCommand,
    access: readonly AccessChange[],
  ): Promise<ServerWrite<Decision>> {
    const at = this.#options.now();
    const result = await doc.carryOut(command, at);
    if (!result.ok) return nothingWritten(result);
    const { update, state: control } = result.value;
    const isCarriedOut = update !== undefined || access.length > 0;
    if (!isCarriedOut) return nothingWritten(accept({ control, isCarriedOut }));
    return {
      update,
      decision: { at, access },
      value: accept({ control, isCarriedOut }),
      onCommitted: () => {
        this.#control = control;
        this.#options.onDecided();
      },
    };
  }
}
