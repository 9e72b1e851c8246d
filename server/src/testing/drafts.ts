// Drafts for tests: somebody at their private document, writing as their browser does.
import {
  openPrivate,
  readDraftId,
  readDrafts,
  startDraft,
  draftText,
  type Draft,
  type ParticipantId,
  type Private,
  type SectionId,
} from "@secondstory/shared";
import * as Y from "yjs";
import { Copy } from "./docs.ts";
import type { Guest, RoomScene } from "./room.ts";
import { write } from "./room.ts";
import { must } from "./server.ts";
import { syncMessage } from "./socket.ts";

/** The update that a change makes to a document. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const note = (bytes: Uint8Array) => updates.push(new Uint8Array(bytes));
  doc.on("update", note);
  change();
  doc.off("update", note);
  return Y.mergeUpdates(updates);
}

/** Begins a draft on a copy and gives the update. */
export const draftUpdate = (
  own: Private,
  text: string,
  name: string,
  { section = "helped", namedIn }: { section?: SectionId; namedIn?: number } = {},
): Uint8Array =>
  updateOf(own.doc, () => {
    const id = must(readDraftId(name));
    startDraft(own, { id, place: { section, rank: "a1" }, at: 77, namedIn, text });
  });

/** Types at the end of a draft's first line and gives the update. */
export const typingUpdate = (own: Private, name: string, letters: string): Uint8Array =>
  updateOf(own.doc, () => {
    const paragraph = must(draftText(own, must(readDraftId(name)))).get(0);
    const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (line instanceof Y.XmlText) line.insert(line.length, letters);
  });

/** Somebody at their private document. */
export interface Writer {
  readonly who: ParticipantId;
  readonly guest: Guest;
  /** What their browser holds. */
  readonly own: Private;
  /** Writes something down and waits until it is on disk. */
  readonly save: (update: Uint8Array) => Promise<void>;
  /** What they have once the server has told them this much. */
  readonly hear: (isFit: (drafts: readonly Draft[]) => boolean) => Promise<readonly Draft[]>;
}

/** Lets somebody sit down at their private document, who may have been there before. */
export async function writer(scene: RoomScene, known?: ParticipantId): Promise<Writer> {
  const who = known ?? (await scene.person("participant"));
  const guest = await scene.enter(who, "private");
  const own = openPrivate(new Copy().doc);
  let sent = 0;
  let heard = 0;
  const save = async (update: Uint8Array) => {
    const count = ++sent;
    write(guest, update);
    await guest.wire.until(({ saved }) => (saved ?? 0) >= count);
  };
  const hear: Writer["hear"] = async (isFit) => {
    await guest.wire.until(({ received }) => {
      for (const message of received.slice(heard))
        if (message.type === "update" || message.type === "step2")
          Y.applyUpdate(own.doc, message.bytes);
      heard = received.length;
      return isFit(readDrafts(own));
    });
    return readDrafts(own);
  };
  guest.room.receive(guest.peer, syncMessage("step1", Y.encodeStateVector(own.doc)));
  await guest.wire.until(({ received }) => received.some(({ type }) => type === "step2"));
  await hear(() => true);
  return { who, guest, own, save, hear };
}
