// The roster: who is on a board, by which name and in which role.
import { z } from "zod/mini";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { done, refuse, type Result } from "../result.ts";
import { isAtLeast, roles, type Role } from "../wire/roles.ts";
import { forgetAsk, withdrawAsk } from "./asks.ts";
import type { Control, ControlState, Participant } from "./control.ts";
import { isFriendlyName } from "./friendly-name.ts";
import { forgetSideBySide } from "./ready.ts";
import type { RequestRefusal } from "./situation.ts";

/** A participant as the roster keeps it; the id is the key. */
type StoredParticipant = Omit<Participant, "id">;

const stored = z.object({
  name: z.string(),
  role: z.enum(roles),
  joinOrder: z.catch(z.number(), 0),
  joinedAt: z.catch(z.number(), 0),
  renamedAt: z.catch(z.optional(z.number()), undefined),
});

/** Everybody on the roster, by id. */
export function readRoster({ roster }: Control): Readonly<Record<ParticipantId, Participant>> {
  const read: Record<ParticipantId, Participant> = {};
  for (const [key, value] of roster.entries()) {
    const id = readParticipantId(key);
    const parsed = stored.safeParse(value);
    if (id && parsed.success) read[id] = { id, ...parsed.data };
  }
  return read;
}

/** Puts someone on the roster. */
export function admit(
  { doc, meeting, roster }: Control,
  who: { readonly id: ParticipantId; readonly name: string; readonly role: Role },
  at: number,
): void {
  const counted = meeting.get("nextJoinOrder");
  const joinOrder = typeof counted === "number" ? counted : roster.size;
  const entry: StoredParticipant = { name: who.name, role: who.role, joinOrder, joinedAt: at };
  doc.transact(() => {
    roster.set(who.id, entry);
    meeting.set("nextJoinOrder", joinOrder + 1);
  });
}

/**
 * Welcomes someone back who is on the roster: a link of a higher role raises theirs, none lowers it; a name is taken on.
 * Refused with `participant-gone` if they were removed.
 */
export function welcomeBack(
  control: Control,
  id: ParticipantId,
  change: { readonly role?: Role | undefined; readonly name?: string | undefined },
  at: number,
): Result<void, RequestRefusal> {
  const before = readRoster(control)[id];
  if (!before) return refuse({ code: "participant-gone" });
  const raised = change.role && isAtLeast(change.role, before.role) ? change.role : undefined;
  control.doc.transact(() => {
    setRole(control, id, raised ?? before.role);
    setName(control, id, change.name || before.name, at);
  });
  return done;
}

/** Notes that somebody gave up their seat: what they asked for is withdrawn. They stay on the roster, and not at the door. */
export function seeOff(control: Control, id: ParticipantId): Result<void, never> {
  if (control.door.has(id)) control.door.delete(id);
  forgetSideBySide(control, id);
  return withdrawAsk(control, id);
}

/** Gives somebody on the roster a role; nothing happens to whoever is not on it. */
export function setRole(control: Control, id: ParticipantId, role: Role): void {
  const before = readRoster(control)[id];
  if (!before || before.role === role) return;
  const { id: _id, ...entry } = before;
  control.roster.set(id, { ...entry, role });
  if (role === "observer") forgetSideBySide(control, id);
  else forgetAsk(control, id);
}

/**
 * Gives somebody on the roster a name; nothing happens to whoever is not on it. The first name of their own, in the place of
 * one that the board gave them, counts as if they had come with it.
 */
export function setName(control: Control, id: ParticipantId, name: string, at: number): void {
  const before = readRoster(control)[id];
  if (!before || before.name === name) return;
  const { id: _id, ...entry } = before;
  const isFirst = before.renamedAt === undefined && isFriendlyName(before.name);
  control.roster.set(id, { ...entry, name, ...(!isFirst && { renamedAt: at }) });
}

/** Whether nobody else on the roster may lead. */
export const isLastFacilitator = ({ roster }: ControlState, id: ParticipantId): boolean => {
  const facilitators = Object.values(roster).filter(({ role }) => role === "facilitator");
  return facilitators.length === 1 && facilitators[0]?.id === id;
};
