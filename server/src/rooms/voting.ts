// The vote of one room. Votes lie in private documents; the server looks into them to say how many people have voted, every
// few seconds and as a number alone, and to count when the vote is closed.
//
//   cast in private ──(every few seconds)──▶ 6 of 8 have voted
//   closeVote ─▶ votes read ─▶ each owner's private says which of theirs count ─▶ result and closing in control, one commit
//
// A crash before the last step leaves the vote open, and the notes to the owners are written anew when it is closed.
import {
  countVotes,
  isVoting,
  lessonSections,
  suggestedBudget,
  votesRoot,
  votesWithin,
  type CastVote,
  type Findings,
  type MeetingRequest,
  type ParticipantId,
  type RequestType,
  type Vote,
} from "@secondstory/shared";
import type { HostedPrivate } from "./doc-host.ts";
import type { LiveDoc } from "./live-doc.ts";
import { withoutSome, type Decision, type Meeting } from "./meeting.ts";
import type { RoomDocs } from "./room-docs.ts";
import type { RoomSettings } from "./room-options.ts";

/** What a vote needs around it. */
export interface VotingOptions {
  readonly docs: Pick<RoomDocs, "openBoard" | "tryPrivate">;
  readonly meeting: Meeting;
  /** Who is here with at least one socket. */
  readonly connected: () => ReadonlySet<ParticipantId>;
  readonly now: () => number;
  readonly settings: Pick<RoomSettings, "voteCountMs">;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** The requests that this looks something up for. */
const ours = new Set<RequestType>(["openVote", "closeVote"]);

/** The vote of one room. */
export class Voting {
  readonly #options: VotingOptions;
  /** Of the round that is open: who has voted, as far as was looked. */
  #voters = new Set<ParticipantId>();
  #round: number | undefined;
  /** Whose votes may have changed since; undefined for everybody's. */
  #unread: Set<ParticipantId> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** What is being done comes one after the other. */
  #work: Promise<unknown> = Promise.resolve();
  #isResting = false;

  constructor(options: VotingOptions) {
    this.#options = options;
    this.lookAgain();
  }

  /** Takes note of what somebody wrote into their private document: a vote, or one taken back. */
  note(owner: ParticipantId, update: Uint8Array): void {
    if (this.#voters.has(owner) || mayHold(update)) this.#unread?.add(owner);
  }

  /** Looks again at what there is to do: the vote may be open or closed by now. */
  lookAgain(): void {
    const { vote } = this.#options.meeting.control;
    const round = isVoting(vote) ? vote.round : undefined;
    if (round !== this.#round) {
      this.#round = round;
      this.#voters = new Set();
      this.#unread = undefined;
    }
    if (round === undefined) clearTimeout(this.#timer);
    if (round === undefined || this.#isResting) this.#timer = undefined;
    else this.#timer ??= this.#nextCount();
  }

  /** Carries out a request, with what has to be looked up for it if it is about the vote. */
  decide(
    request: MeetingRequest,
    mayAsk: boolean,
    carryOut: (findings: Findings) => Promise<Decision>,
  ): Promise<Decision> {
    if (!mayAsk || !ours.has(request.type)) return carryOut({});
    return this.#inTurn(async () => {
      const { findings, leftOut } = await this.#find(request.type);
      const decision = await carryOut(findings);
      return decision.ok && decision.value.isCarriedOut ? withoutSome(decision, leftOut) : decision;
    });
  }

  /** Begins nothing more, and resolves when what was begun is done. */
  async rest(): Promise<void> {
    this.#isResting = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#work;
  }

  /** Goes on after a rest. */
  goOn(): void {
    this.#isResting = false;
    this.lookAgain();
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = this.#work.then(task);
    this.#work = done.catch(() => undefined); // whoever asked hears of it
    return done;
  }

  /** What was looked up, and of how many people that could not be. */
  async #find(type: RequestType): Promise<{ findings: Findings; leftOut: number }> {
    const { vote } = this.#options.meeting.control;
    if (type === "openVote")
      return { findings: { budget: await this.#suggestedBudget() }, leftOut: 0 };
    if (!isVoting(vote)) return { findings: {}, leftOut: 0 };
    const { leftOut, ...tally } = await this.#tally(vote);
    return { findings: { tally }, leftOut };
  }

  async #suggestedBudget(): Promise<number> {
    const { topics } = await this.#readBoard();
    return suggestedBudget(lessonSections.reduce((sum, id) => sum + topics[id].length, 0));
  }

  async #tally(vote: Vote) {
    const { now } = this.#options;
    const counted: CastVote[] = [];
    this.#unread = undefined;
    const leftOut = await this.#readVoters(vote, async (own, votes) => {
      const ids = votes.map(({ id }) => id);
      await own.write(async (doc) => {
        const update = await doc.noteCounted(vote.round, ids);
        return { update, decision: update && { at: now() }, value: undefined };
      });
      counted.push(...votes);
    });
    const board = await this.#readBoard();
    const result = countVotes(board, counted);
    return { round: vote.round, turnout: this.#turnout(), result, leftOut };
  }

  async #readBoard() {
    const board = await this.#options.docs.openBoard();
    return board.read((doc) => doc.read());
  }

  /**
   * Looks at the votes that may have changed, of everybody who may vote; those of who left count, of who was removed do not.
   * Answers of how many people they cannot be read.
   */
  async #readVoters(
    vote: Vote,
    each?: (own: LiveDoc<HostedPrivate>, votes: readonly CastVote[]) => Promise<void>,
  ): Promise<number> {
    const { docs, meeting } = this.#options;
    const unread = this.#unread;
    this.#unread = new Set();
    let leftOut = 0;
    try {
      for (const { id, role } of Object.values(meeting.control.roster)) {
        if (role === "observer" || (unread && !unread.has(id))) continue;
        const hasVoted = await docs.tryPrivate(id, async (own) => {
          const votes = votesWithin(await own.read((doc) => doc.votes(vote.round)), vote.budget);
          await each?.(own, votes);
          return votes.length > 0;
        });
        if (!hasVoted.ok) leftOut += 1;
        if (hasVoted.ok && hasVoted.value) this.#voters.add(id);
        else this.#voters.delete(id);
      }
      return leftOut;
    } catch (error) {
      this.#unread = undefined;
      throw error;
    }
  }

  #turnout() {
    const { meeting, connected } = this.#options;
    const here = connected();
    const voters = Object.values(meeting.control.roster).filter(({ role }) => role !== "observer");
    const hasVoted = voters.filter(({ id }) => this.#voters.has(id));
    const others = voters.filter(({ id }) => !this.#voters.has(id) && here.has(id));
    return { voted: hasVoted.length, of: hasVoted.length + others.length };
  }

  #nextCount(): NodeJS.Timeout {
    const timer = setTimeout(() => {
      void this.#inTurn(() => this.#count())
        .catch((error: unknown) => this.#options.onFailure("votes not counted", error))
        .finally(() => {
          this.#timer = undefined;
          this.lookAgain();
        });
    }, this.#options.settings.voteCountMs);
    return timer.unref();
  }

  async #count(): Promise<void> {
    const { meeting } = this.#options;
    const { vote, seal } = meeting.control;
    if (!isVoting(vote) || seal) return;
    await this.#readVoters(vote);
    const turnout = this.#turnout();
    await meeting.note({ type: "turnout", round: vote.round, turnout });
  }
}

/** An update that sets a new key names the root that the key is in. */
const mayHold = (update: Uint8Array): boolean =>
  Buffer.from(update.buffer, update.byteOffset, update.byteLength).includes(votesRoot);
