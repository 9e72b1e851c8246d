// What was said in the meeting, in the report: below the note it is about, and for events in a list below the timeline.
import type { CardOf } from "../board/card.ts";
import type { BoardState } from "../board/projection.ts";
import type { CardId } from "../ids.ts";
import type { ReportLine } from "../sections/section.ts";
import type { Appendix } from "./appendix.ts";
import { dash, text } from "./nodes.ts";
import { lineOf } from "./rich-text.ts";
import { isBlank } from "./safe-text.ts";
import type { Zone } from "./time.ts";
import { timeOf } from "./timeline-table.ts";

/** The lines of what was said about a card; none where nobody has written anything down. */
export function remarkLines(
  { remarks, cards }: BoardState,
  about: CardId,
  appendix: Appendix,
): ReportLine[] {
  return (remarks[about] ?? []).flatMap((id) => {
    const card = cards[id];
    if (!card) return [];
    const words = isBlank(card.plain) ? [text(dash)] : lineOf(card.text);
    return [{ content: [...words, ...appendix.refer(card).flatMap((link) => [text(", "), link])] }];
  });
}

/** What was said about the events, in their order, under time and words of each. */
export function eventRemarkLines(board: BoardState, appendix: Appendix, zone: Zone): ReportLine[] {
  return board.order.timeline.flatMap((id) => {
    const event = board.cards[id];
    const below = remarkLines(board, id, appendix);
    return event?.section === "timeline" && below.length > 0
      ? [{ content: nameOf(event, zone), below }]
      : [];
  });
}

function nameOf(event: CardOf<"timeline">, zone: Zone): ReportLine["content"] {
  const time = timeOf(event, zone);
  return [...(time ? [text(`${time} `)] : []), ...lineOf(event.text)];
}
