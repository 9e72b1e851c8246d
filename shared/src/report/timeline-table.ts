// The timeline as a table of four columns, a row an event, with a row for each day when it spans several.
import type { PhrasingContent } from "mdast";
import type { CardOf } from "../board/card.ts";
import type { BoardState } from "../board/projection.ts";
import type { Say } from "../sections/section.ts";
import type { Appendix } from "./appendix.ts";
import type { QuestionList } from "./question-list.ts";
import { dash, strong, text, type Cell } from "./nodes.ts";
import { lineOf } from "./rich-text.ts";
import { isBlank } from "./safe-text.ts";
import { clockOf, type Zone } from "./time.ts";

/** The rows, the head first; the head alone if there is no event. Events without a time come last. */
export function timelineRows(
  board: BoardState,
  appendix: Appendix,
  questions: QuestionList,
  zone: Zone,
  say: Say,
): (readonly Cell[])[] {
  const events = board.order.timeline.flatMap((id) => {
    const card = board.cards[id];
    return card?.section === "timeline" ? [card] : [];
  });
  const days = new Set(events.flatMap((event) => dayOf(event, zone) ?? []));
  const rows: (readonly Cell[])[] = [headOf(zone, say)];
  let day: string | undefined;
  for (const event of events) {
    const eventDay = dayOf(event, zone);
    if (days.size > 1 && eventDay !== undefined && eventDay !== day)
      rows.push([[strong(eventDay)], "", "", ""]);
    day = eventDay;
    rows.push(rowOf(event, [...appendix.refer(event), ...questions.refer(event.id)], zone, say));
  }
  return rows;
}

const headOf = (zone: Zone, say: Say): readonly Cell[] => [
  `${say("report.time")} (${zone.label})`,
  say("report.kind"),
  say("report.event"),
  say("report.evidence"),
];

function rowOf(
  event: CardOf<"timeline">,
  links: readonly PhrasingContent[],
  zone: Zone,
  say: Say,
): readonly Cell[] {
  return [
    timeOf(event, zone) ?? say("report.noTime"),
    say(`kinds.${event.fields.kind}`),
    isBlank(event.plain) ? dash : lineOf(event.text),
    links.length === 0 ? dash : commas(links),
  ];
}

/** When an event happened, as the report says it; undefined for one without a time. */
export function timeOf({ fields: { when } }: CardOf<"timeline">, zone: Zone): string | undefined {
  return when ? `${when.approx ? "~" : ""}${clockOf(when.at, zone).time}` : undefined;
}

const commas = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node, index) => (index === 0 ? [node] : [text(", "), node]));

const dayOf = (event: CardOf<"timeline">, zone: Zone): string | undefined =>
  event.fields.when ? clockOf(event.fields.when.at, zone).day : undefined;
