// The questions of a board as data: which event each is about, what was answered, and what is still open. See
// sections/questions.ts and sections/answers.ts for the cards themselves.
import { readCardId, type CardId } from "../ids.ts";
import type { Card } from "./card.ts";
import type { Remarks } from "./remarks.ts";

/** The questions that people see. Lists of one event and of one question are in the order in which they were put. */
export interface Questions {
  readonly about: Readonly<Record<CardId, readonly CardId[]>>;
  readonly answersTo: Readonly<Record<CardId, readonly CardId[]>>;
  /** Neither answered in writing nor aloud: in the order of their events; those about none, or one that is gone, last. */
  readonly open: readonly CardId[];
}

interface Orders {
  readonly timeline: readonly CardId[];
  readonly questions: readonly CardId[];
  readonly answers: readonly CardId[];
}

/** Reads the questions from cards and their orders. */
export function readQuestions(order: Orders, cards: Readonly<Record<CardId, Card>>): Questions {
  const answersTo: Record<CardId, CardId[]> = {};
  for (const id of order.answers) {
    const card = cards[id];
    const question = card?.section === "answers" && readCardId(card.fields.question);
    if (question) (answersTo[question] ??= []).push(id);
  }
  const about: Record<CardId, CardId[]> = {};
  for (const id of order.questions) {
    const card = cards[id];
    const event = card?.section === "questions" && readCardId(card.fields.about);
    if (event) (about[event] ??= []).push(id);
  }
  const isOpen = (id: CardId) => {
    const card = cards[id];
    return card?.section === "questions" && !card.fields.settled && !answersTo[id];
  };
  const onEvents = order.timeline.flatMap((id) => about[id] ?? []);
  const open = [...new Set([...onEvents, ...order.questions])].filter(isOpen);
  return { about, answersTo, open };
}

/** The event that a question, or the question of an answer, is about; undefined if it is not on the board. */
export function eventOf(
  { cards }: { readonly cards: Readonly<Record<CardId, Card>> },
  id: CardId,
): CardId | undefined {
  const card = cards[id];
  const question = card?.section === "answers" ? readCardId(card.fields.question) : id;
  const asked = question && cards[question];
  const about = asked?.section === "questions" ? readCardId(asked.fields.about) : undefined;
  const event = about && cards[about];
  return event?.section === "timeline" && event.removedAt === undefined ? event.id : undefined;
}

/** What was asked about an event, answered to it, and said in the meeting: cards of their own, which may repeat its words. */
export function saidAbout(
  { questions, remarks }: { readonly questions: Questions; readonly remarks: Remarks },
  event: CardId,
): readonly CardId[] {
  const asked = questions.about[event] ?? [];
  const answered = asked.flatMap((question) => questions.answersTo[question] ?? []);
  return [...asked, ...answered, ...(remarks[event] ?? [])];
}
