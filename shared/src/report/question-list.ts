// Questions in the report: those still open are a list of their own; answered ones are Q1, Q2 … beside their event, and
// stand with their answers before the evidence.
import type { BlockContent, PhrasingContent, Text } from "mdast";
import type { CardOf } from "../board/card.ts";
import type { BoardState } from "../board/projection.ts";
import { readCardId, type CardId } from "../ids.ts";
import type { Say } from "../sections/section.ts";
import type { Appendix } from "./appendix.ts";
import { dash, lineList, paragraphs, strong, text } from "./nodes.ts";
import { lineOf } from "./rich-text.ts";
import { isBlank } from "./safe-text.ts";
import type { Zone } from "./time.ts";
import { timeOf } from "./timeline-table.ts";

/** The questions of a report. */
export interface QuestionList {
  /** The numbers of the answered questions on an event. */
  readonly refer: (event: CardId) => readonly Text[];
  /** What nobody has answered yet; nothing if there is none. */
  readonly open: () => readonly BlockContent[];
  /** The answered ones with what was answered, under their numbers. */
  readonly answered: () => readonly BlockContent[];
}

/** Reads the questions of a board. Numbers follow the events, and then those about no event that is shown. */
export function createQuestionList(
  { cards, order, questions }: BoardState,
  appendix: Appendix,
  zone: Zone,
  say: Say,
): QuestionList {
  const open = new Set(questions.open);
  const onEvents = order.timeline.flatMap((id) => questions.about[id] ?? []);
  const answered = [...new Set([...onEvents, ...order.questions])].filter((id) => !open.has(id));
  const numberOf = (id: CardId) => `Q${answered.indexOf(id) + 1}`;
  const questionOf = (id: CardId) => {
    const card = cards[id];
    return card?.section === "questions" ? card : undefined;
  };
  const wordsOf = (id: CardId): PhrasingContent[] => {
    const card = cards[id];
    return !card || isBlank(card.plain) ? [text(dash)] : [...lineOf(card.text)];
  };
  /** The time of its event and whom it is put to, in brackets. */
  const circumstances = ({ fields: { about, to } }: CardOf<"questions">): PhrasingContent[] => {
    const eventId = readCardId(about);
    const event = eventId && cards[eventId];
    const isShown =
      event?.section === "timeline" && event.removedAt === undefined && event.asideAt === undefined;
    const time = isShown ? timeOf(event, zone) : undefined;
    const parts = [time, to !== null && !isBlank(to) ? to : undefined].filter(
      (part) => part !== undefined,
    );
    return parts.length > 0 ? [text(` (${parts.join(", ")})`)] : [];
  };
  const lineOfQuestion = (id: CardId): PhrasingContent[] => {
    const card = questionOf(id);
    return [...wordsOf(id), ...(card ? circumstances(card) : [])];
  };

  return {
    refer: (event) =>
      (questions.about[event] ?? []).filter((id) => !open.has(id)).map((id) => text(numberOf(id))),
    open: () =>
      questions.open.length > 0
        ? [lineList(questions.open.map((id) => ({ content: lineOfQuestion(id) })))]
        : [],
    answered: () =>
      answered.flatMap((id): BlockContent[] => {
        const answers = (questions.answersTo[id] ?? []).map((answer) => {
          const card = cards[answer];
          const links = card ? appendix.refer(card) : [];
          return {
            content: [...wordsOf(answer), ...links.flatMap((link) => [text(", "), link])],
          };
        });
        const said =
          answers.length > 0 ? answers : [{ content: [text(say("report.answeredAloud"))] }];
        return [
          ...paragraphs([strong(numberOf(id)), text(" "), ...lineOfQuestion(id)]),
          lineList(said),
        ];
      }),
  };
}
