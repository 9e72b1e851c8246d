// Delivers a note to the facilitators: into the private document of each, so that it is there for those who are away too,
// and reaches nobody else.
import {
  accept,
  refuse,
  type ControlState,
  type InboxNote,
  type ParticipantId,
  type Result,
} from "@secondstory/shared";
import type { RoomDocs } from "./room-docs.ts";

/** To whom a note was delivered, or why to nobody. */
export type Told = Result<
  readonly ParticipantId[],
  { readonly code: "sealed" } | { readonly code: "no-facilitator" }
>;

interface Around {
  readonly docs: Pick<RoomDocs, "tryPrivate">;
  readonly control: ControlState;
  readonly now: () => number;
}

/** Resolves when it is on disk for each of them. Sent again after a failure, it is still delivered once. */
export async function tellFacilitators(
  { docs, control, now }: Around,
  note: InboxNote,
  sender: ParticipantId,
): Promise<Told> {
  if (control.seal) return refuse({ code: "sealed" });
  const readers = Object.values(control.roster)
    .filter(({ id, role }) => role === "facilitator" && id !== sender)
    .map(({ id }) => id);
  if (readers.length === 0) return refuse({ code: "no-facilitator" });
  const told: ParticipantId[] = [];
  for (const reader of readers) {
    const delivered = await docs.tryPrivate(reader, (own) =>
      own.write(async (doc) => {
        const update = await doc.putInboxNote(note);
        return { update, decision: update && { at: now() }, value: undefined };
      }),
    );
    if (delivered.ok) told.push(reader);
  }
  return told.length > 0 ? accept(told) : refuse({ code: "no-facilitator" });
}
