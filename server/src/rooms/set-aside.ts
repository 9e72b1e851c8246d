// Notes that are set aside: their words go from the board to whoever wrote them, who is found without anybody being told.
//
//   on the board ──setAside──▶ kept in private ─▶ folded on the board ─▶ the board written anew
//        ▲                                              │
//        └──putBack (other words), undoSetAside─────────┘──▶ dropped from private
//
// The words are with their author before they leave the board, so a crash in between loses nothing: what is kept of a note that
// is not folded is shown to nobody.
import {
  accept,
  isFoldable,
  isForSealed,
  isStale,
  mayAsk,
  namesPerson,
  refuse,
  wordsOf,
  type BoardId,
  type Card,
  type CardId,
  type ControlState,
  type KeptWords,
  type NoteWords,
  type ParticipantId,
  type RequestOf,
  type RequestRefusal,
  type RichText,
  type Role,
} from "@secondstory/shared";
import type { Storage } from "../storage/storage.ts";
import type { HostedBoard } from "./doc-host.ts";
import type { Decision } from "./meeting.ts";
import type { Identity } from "./peer.ts";
import { participantOf, roleOf } from "./permissions.ts";
import type { RoomDocs } from "./room-docs.ts";
import type { RoomSettings } from "./room-options.ts";
import { nothingWritten, type ServerWrite } from "./server-write.ts";

/** What is asked about notes that are set aside. */
export type AsideRequest = RequestOf<"setAside" | "undoSetAside" | "putBack">;

const types: ReadonlySet<string> = new Set<AsideRequest["type"]>([
  "setAside",
  "undoSetAside",
  "putBack",
]);

/** Whether a request is about a note that is set aside. */
export const isAsideRequest = (request: { readonly type: string }): request is AsideRequest =>
  types.has(request.type);

/** What setting aside needs around it. */
export interface SetAsideOptions {
  readonly board: BoardId;
  readonly storage: Pick<Storage, "hasSeen">;
  readonly docs: Pick<RoomDocs, "openBoard" | "tryPrivate">;
  readonly control: () => ControlState;
  readonly now: () => number;
  /** How long whoever set a note aside may take that back. */
  readonly settings: Pick<RoomSettings, "asideUndoMs">;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** What was folded a moment ago, by whom. In memory alone: nothing on disk says who set what aside. */
interface Folded {
  readonly by: ParticipantId;
  readonly until: number;
  readonly words: NoteWords;
}

interface Asking {
  readonly participant: ParticipantId | undefined;
  readonly role: Role;
}

type Written = ServerWrite<Decision>;

/** The notes of one room that are set aside. */
export class SetAside {
  readonly #options: SetAsideOptions;
  readonly #folded = new Map<CardId, Folded>();

  constructor(options: SetAsideOptions) {
    this.#options = options;
  }

  /** Carries out a request. A repeated one, and one that finds the note as it should be, changes nothing. */
  async decide(request: AsideRequest, identity: Identity): Promise<Decision> {
    const { board: id, storage, control, now, docs, onFailure } = this.#options;
    const board = await docs.openBoard();
    const decision = await board.write<Decision>(async (doc) => {
      const state = control();
      const unchanged = nothingWritten<Decision>(accept({ control: state, isCarriedOut: false }));
      if (request.id !== undefined && (await storage.hasSeen(id, request.id))) return unchanged;
      const role = roleOf(state, identity);
      if (!role) return refused({ code: "participant-gone" });
      if (!mayAsk(role, request)) return refused({ code: "role-too-low" });
      if (isStale(state, request)) return unchanged;
      if (state.seal && !isForSealed(request)) return refused({ code: "sealed" });
      const asking = { participant: participantOf(identity), role };
      const card = await doc.readCard(request.card);
      if (!card || card.removedAt !== undefined) return refused({ code: "card-unknown" });
      const made = await this.#carryOut(doc, card, request, asking);
      if ("code" in made) return refused(made);
      if (!made.update) return unchanged;
      return {
        ...made,
        decision: { at: now(), requestId: request.id },
        value: accept({ control: state, isCarriedOut: true }),
      };
    });
    if (!decision.ok || !decision.value.isCarriedOut) return decision;
    // it counts already: what is left to do is no reason to say that it failed
    const rest = request.type === "setAside" ? board.rewrite() : this.#dropKept(request.card);
    await rest.catch((error: unknown) => onFailure("traces of a note are left", error));
    return decision;
  }

  #carryOut(
    doc: HostedBoard,
    card: Card,
    request: AsideRequest,
    asking: Asking,
  ): Promise<Pick<Written, "update" | "onCommitted"> | RequestRefusal> {
    switch (request.type) {
      case "setAside":
        return this.#setAside(doc, card, asking);
      case "undoSetAside":
        return this.#undo(doc, card, asking);
      case "putBack":
        return this.#putBack(doc, card, request.text, asking);
    }
  }

  async #setAside(doc: HostedBoard, card: Card, { participant, role }: Asking) {
    const { control, now, settings } = this.#options;
    if (card.asideAt !== undefined) return { update: undefined };
    if (!isFoldable(card)) return { code: "not-foldable" } as const;
    const name = participant && control().roster[participant]?.name;
    if (role !== "facilitator" && !(name && namesPerson(wordsOf(card), name)))
      return { code: "not-named" } as const;
    if (!(await this.#keep(card))) return { code: "nobody-to-keep" } as const;
    if (control().seal) return { code: "sealed" } as const; // meanwhile
    const { id, text, evidence } = card;
    const until = now() + settings.asideUndoMs;
    return {
      update: await doc.setAside(id, now()),
      onCommitted: () => {
        this.#forgetOld();
        if (participant)
          this.#folded.set(id, { by: participant, until, words: { text, evidence } });
      },
    };
  }

  async #undo(doc: HostedBoard, { id, asideAt }: Card, { participant }: Asking) {
    if (!participant) return { code: "no-participant" } as const;
    if (asideAt === undefined) return { update: undefined };
    const folded = this.#folded.get(id);
    if (folded?.by !== participant || folded.until < this.#options.now())
      return { code: "undo-too-late" } as const;
    return { update: await doc.unfold(id, folded.words), onCommitted: () => this.#forget(id) };
  }

  async #putBack(
    doc: HostedBoard,
    { id, asideAt }: Card,
    text: string,
    { participant, role }: Asking,
  ) {
    if (!participant) return { code: "no-participant" } as const;
    if (asideAt === undefined) return { update: undefined };
    const found = await this.#options.docs.tryPrivate(participant, (own) =>
      own.read((hosted) => hosted.keptWords(id)),
    );
    const kept = found.ok ? found.value : undefined;
    if (!kept) return { code: "not-yours-to-reword" } as const;
    if (role !== "facilitator" && isSameText(text, kept.text))
      return { code: "not-reworded" } as const;
    const words = { text: paragraphsOf(text), evidence: kept.evidence };
    return { update: await doc.unfold(id, words), onCommitted: () => this.#forget(id) };
  }

  /**
   * Brings the words of a note to whoever wrote it; to those who lead where nobody can be found, or whose document cannot be
   * read. False if nobody at all has them.
   */
  async #keep({ id, plain, evidence, by }: Card): Promise<boolean> {
    const { control, docs, now } = this.#options;
    const writers = Object.values(control().roster).filter(({ role }) => role !== "observer");
    const authors: ParticipantId[] = [];
    for (const { id: person } of writers) {
      const isAuthor = await docs.tryPrivate(person, (own) =>
        own.read(async (doc) => person === by || (await doc.hasBegun(id))),
      );
      if (isAuthor.ok && isAuthor.value) authors.push(person);
    }
    const leading = writers.filter(({ role }) => role === "facilitator").map(({ id }) => id);
    const isMine = authors.length > 0;
    const kept: KeptWords = { card: id, text: plain, evidence, isMine, at: now() };
    let isKept = false;
    for (const person of isMine ? authors : leading) {
      const keeping = await docs.tryPrivate(person, (own) =>
        own.write(async (doc) => {
          const update = await doc.keepWords(kept);
          return { update, decision: update && { at: kept.at }, value: undefined };
        }),
      );
      isKept ||= keeping.ok;
    }
    return isKept;
  }

  /** Takes the words of a note out of every private document: they are on the board again. */
  async #dropKept(card: CardId): Promise<void> {
    const { control, docs, now } = this.#options;
    for (const { id, role } of Object.values(control().roster)) {
      if (role === "observer") continue;
      await docs.tryPrivate(id, (own) =>
        own.write(async (doc) => {
          const update = await doc.dropWords([card]);
          return { update, decision: update && { at: now() }, value: undefined };
        }),
      );
    }
  }

  #forget(card: CardId): void {
    this.#folded.delete(card);
  }

  #forgetOld(): void {
    for (const [card, { until }] of this.#folded)
      if (until < this.#options.now()) this.#folded.delete(card);
  }
}

const refused = (refusal: RequestRefusal): Written => nothingWritten(refuse(refusal));

/** A paragraph a line. */
const paragraphsOf = (text: string): RichText =>
  text.split(/\r\n|\r|\n/).map((line) => ({
    type: "paragraph",
    content: line === "" ? [] : [{ type: "text", text: line, marks: [] }],
  }));

const isSameText = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (text: string): string => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
