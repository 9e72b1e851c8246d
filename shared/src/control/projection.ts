// A control doc as immutable data. Whatever did not change keeps its identity. What cannot be read takes its default, and
// stays as it is in the document.
import { z } from "zod/mini";
import { readParticipantId, type ParticipantId } from "../ids.ts";
import { phaseIds, readPhaseId, type PhaseId } from "../phases/index.ts";
import { roles } from "../wire/roles.ts";
import { languages } from "../words/index.ts";
import type { Control, ControlState, Participant } from "./control.ts";

const phase = z.enum(phaseIds);

const positionSchema = z.object({
  phase: z.catch(phase, "prepare"),
  since: z.catch(z.number(), 0),
  lastMove: z.catch(z.nullable(z.object({ by: z.string(), from: phase })), null),
});

/** Where the meeting is, and how it got there: one value under one key, so that it never changes by halves. */
export type StoredPosition = z.infer<typeof positionSchema>;

const sealSchema = z.object({ at: z.number(), by: z.string() });

const participantSchema = z.object({
  name: z.catch(z.string(), ""),
  role: z.enum(roles),
  joinOrder: z.catch(z.number(), 0),
  joinedAt: z.catch(z.number(), 0),
});

/** A participant as the roster keeps it; the id is the key. */
export type StoredParticipant = z.infer<typeof participantSchema>;

const text = z.catch(z.string(), "");
const number = z.catch(z.number(), 0);
const version = z.catch(z.number(), 1);
const language = z.catch(z.enum(languages), "en");
const agendaSchema = z.catch(z.array(z.unknown()), [...phaseIds]);

/** Reads a whole control document. One that is still empty reads as a meeting that has not begun. */
export const readControl = (control: Control): ControlState => read(control, emptyMemory());

/** A live control document as data, with a subscription that fits React's external stores. */
export interface ControlView {
  readonly getState: () => ControlState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly destroy: () => void;
}

/** Follows a control document. Subscribers hear once of every change that made a difference. */
export function createControlView(control: Control): ControlView {
  const memory = emptyMemory();
  let state = read(control, memory);
  const listeners = new Set<() => void>();
  const onUpdate = () => {
    const next = read(control, memory);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  control.doc.on("update", onUpdate);
  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    destroy() {
      control.doc.off("update", onUpdate);
      listeners.clear();
    },
  };
}

/** What was read last, so that the same stored value gives the same object again. */
interface Memory {
  readonly participants: WeakMap<object, Participant>;
  last: ControlState | undefined;
}

const emptyMemory = (): Memory => ({ participants: new WeakMap(), last: undefined });

function read({ meeting, roster }: Control, memory: Memory): ControlState {
  const { last } = memory;
  const position = positionSchema.safeParse(meeting.get("position") ?? {}).data;
  const seal = sealSchema.safeParse(meeting.get("seal")).data;
  const sealedBy = readParticipantId(seal?.by);
  const next: ControlState = {
    schemaVersion: version.parse(meeting.get("schemaVersion")),
    title: text.parse(meeting.get("title")),
    language: language.parse(meeting.get("language")),
    phase: position?.phase ?? "prepare",
    phaseSince: position?.since ?? 0,
    lastMove: keep(readMove(position), last?.lastMove),
    agenda: keep(readAgenda(meeting.get("agenda")), last?.agenda),
    roster: keepEntries(readRoster(roster.entries(), memory), last?.roster),
    seal: keep(seal && sealedBy ? { at: seal.at, by: sealedBy } : undefined, last?.seal),
    createdAt: number.parse(meeting.get("createdAt")),
  };
  memory.last = keepEntries(next, last);
  return memory.last;
}

function readMove(position: StoredPosition | undefined): ControlState["lastMove"] {
  const by = readParticipantId(position?.lastMove?.by);
  return position?.lastMove && by ? { by, from: position.lastMove.from } : undefined;
}

function readAgenda(stored: unknown): readonly PhaseId[] {
  const known = agendaSchema.parse(stored).flatMap((item) => readPhaseId(item) ?? []);
  return known.length > 0 ? known : phaseIds;
}

function readRoster(entries: Iterable<readonly [string, unknown]>, { participants }: Memory) {
  const roster: Record<ParticipantId, Participant> = {};
  for (const [key, stored] of entries) {
    const id = readParticipantId(key);
    const parsed = participantSchema.safeParse(stored);
    if (!id || !parsed.success || typeof stored !== "object" || stored === null) continue;
    let participant = participants.get(stored);
    if (!participant) participants.set(stored, (participant = { id, ...parsed.data }));
    roster[id] = participant;
  }
  return roster;
}

/** The last value in place of an equal one. */
const keep = <Value>(next: Value, last: Value | undefined): Value =>
  last !== undefined && JSON.stringify(next) === JSON.stringify(last) ? last : next;

/** The last object in place of one with the very same values. */
function keepEntries<Value extends object>(next: Value, last: Value | undefined): Value {
  if (!last) return next;
  const before = new Map(Object.entries(last));
  const entries = Object.entries(next);
  const isSame =
    entries.length === before.size && entries.every(([key, value]) => before.get(key) === value);
  return isSame ? last : next;
}
