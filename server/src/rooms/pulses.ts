// Counts a pulse once it is closed. Closing only notes it; what follows is done by whoever comes next, so that a crash in
// between publishes it all the same, and once:
//
//   closed in control ──▶ answers read from private documents ──▶ counted ──▶ shown, or too few
import {
  pulsePhases,
  type ParticipantId,
  type PhaseId,
  type PulsePosition,
} from "@secondstory/shared";
import type { Meeting } from "./meeting.ts";
import type { RoomDocs } from "./room-docs.ts";

/** What counting needs around it. */
interface PulsesOptions {
  readonly docs: Pick<RoomDocs, "tryPrivate">;
  readonly meeting: Meeting;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** The pulses of one room. */
export class Pulses {
  readonly #options: PulsesOptions;
  #running: Promise<void> = Promise.resolve();

  constructor(options: PulsesOptions) {
    this.#options = options;
  }

  /** Counts what is closed and not counted yet. What fails is reported, and tried again the next time. */
  finish(): Promise<void> {
    this.#running = this.#running
      .then(() => this.#finish())
      .catch((error: unknown) => this.#options.onFailure("pulse not counted", error));
    return this.#running;
  }

  async #finish(): Promise<void> {
    const { meeting } = this.#options;
    for (const phase of pulsePhases) {
      if (meeting.control.pulses[phase]?.state !== "closed") continue;
      const answers = await this.#answersTo(phase);
      await meeting.note({ type: "publish-pulse", phase, answers });
    }
  }

  /**
   * One answer of everybody on the roster who gave one; of somebody who was removed, or whose document cannot be read, none.
   */
  async #answersTo(phase: PhaseId): Promise<readonly PulsePosition[]> {
    const { docs, meeting } = this.#options;
    const answers: PulsePosition[] = [];
    for (const participant of Object.keys(meeting.control.roster) as ParticipantId[]) {
      const answer = await docs.tryPrivate(participant, (own) =>
        own.read((doc) => doc.pulseAnswer(phase)),
      );
      if (answer.ok && answer.value) answers.push(answer.value);
    }
    return answers;
  }
}
