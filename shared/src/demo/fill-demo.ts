// Fills a blank board from an incident, by the public commands alone.
import { quietEdit, type Board, type SharedTextId } from "../board/board.ts";
import { addCard, fillText, setFact, type NewCard } from "../board/commands.ts";
import type { Evidence } from "../board/evidence.ts";
import { readCardId, readEvidenceId } from "../ids.ts";
import type { RandomBit, Rank } from "../order.ts";
import { rankBetween } from "../rank-between.ts";
import { invariant } from "../result.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import type { DemoEvent, DemoIncident } from "./demo-incident.ts";

/** What the model cannot make itself. */
export interface DemoMakings {
  /** Makes a fresh id for a card or a piece of evidence. */
  readonly newId: () => string;
  readonly randomBit: RandomBit;
  /** When the board is filled: epoch milliseconds. */
  readonly at: number;
}

/**
 * Fills a blank board with a real incident, from the facts to the actions; check-in and check-out stay empty.
 *
 * One transaction that undo leaves alone. The title lies in the control document: whoever creates the board sets it.
 */
export function fillDemo(board: Board, incident: DemoIncident, makings: DemoMakings): void {
  const put = cardMaker(board, makings);
  board.doc.transact(() => {
    setFact(board, "severity", incident.severity);
    for (const [id, text] of textsOf(incident)) fillText(board, id, text);
    for (const event of incident.events)
      put("timeline", event.text, {
        fields: {
          when: { at: Date.parse(event.at), approx: event.approx === true },
          kind: event.kind,
        },
        evidence: evidenceOf(event, makings),
      });
    for (const section of ["factors", "safeguards", "declined"] as const)
      for (const text of incident[section]) put(section, text, {});
    for (const section of lessonSections)
      for (const text of incident.lessons[section]) put(section, text, {});
    for (const { text, owner, type, strength, due, done } of incident.actions)
      put("actions", text, {
        fields: { owner, type, strength, due: due ?? null, done: done === true },
      });
  }, quietEdit);
}

const textsOf = (incident: DemoIncident): readonly (readonly [SharedTextId, string])[] => [
  ["summary", incident.summary.join(" ")],
  ["impactUsers", incident.impactUsers],
  ["impactPeople", incident.impactPeople],
  ["detection", incident.detection],
  ["resolution", incident.resolution],
];

/** Puts cards at the end of their sections, each after the one before. */
function cardMaker(board: Board, { newId, randomBit, at }: DemoMakings) {
  const last = new Map<SectionId, Rank>();
  return <Id extends SectionId>(
    section: Id,
    text: string,
    rest: Pick<NewCard<Id>, "fields" | "evidence">,
  ): void => {
    const id = readCardId(newId());
    invariant(id, "newId makes ids that can be a card's");
    const rank = rankBetween(last.get(section), undefined, randomBit);
    last.set(section, rank);
    const added = addCard(board, { id, section, rank, at, text, ...rest });
    invariant(added.ok, "newId makes a fresh id each time");
  };
}

function evidenceOf({ evidence }: DemoEvent, { newId, at }: DemoMakings): readonly Evidence[] {
  if (!evidence) return [];
  const id = readEvidenceId(newId());
  invariant(id, "newId makes ids that can be a piece of evidence's");
  const { type, label, url } = evidence;
  return [{ id, type, label, url: url ?? null, text: null, addedAt: at }];
}
