// The timeline as a table of four columns, a row an event, with a row for each day when it spans several.
import type { PhrasingContent } from "mdast";
import type { CardOf } from "../board/card.ts";
import type { BoardState } from "../board/projection.ts";
import type { Say } from "../sections/section.ts";
import type { Appendix } from "./appendix.ts";
import { dash, strong, text, type Cell } from "./nodes.ts";
import { lineOf } from "./rich-text.ts";
import { isBlank } from "./safe-text.ts";
import { clockOf, type Zone } from "./time.ts";

/** The rows, the head first; the head alone if there is no event. Events without a time come last. */
export function timelineRows(
  board: BoardState,
  appendix: Appendix,
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
    rows.push(rowOf(event, appendix, zone, say));
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
  appendix: Appendix,
  zone: Zone,
  say: Say,
): readonly Cell[] {
  const { when, kind } = event.fields;
  const links = appendix.refer(event);
  return [
    when ? `${when.approx ? "~" : ""}${clockOf(when.at, zone).time}` : say("report.noTime"),
    say(`kinds.${kind}`),
    isBlank(event.plain) ? dash : lineOf(event.text),
    links.length === 0 ? dash : commas(links),
  ];
}

const commas = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node, index) => (index === 0 ? [node] : [text(", "), node]));

const dayOf = (event: CardOf<"timeline">, zone: Zone): string | undefined =>
  event.fields.when ? clockOf(event.fields.when.at, zone).day : undefined;
