// What people do on a board, as fast-check makes it up: a line for each command, and typing as an editor does it. Few cards
// and few places, so that people get in each other's way.
import fc from "fast-check";
import * as Y from "yjs";
import { sharedTexts } from "../board/board.ts";
import {
  addCard,
  cardText,
  fillText,
  moveCard,
  putEvidence,
  removeCard,
  removeEvidence,
  restoreCard,
  setFact,
  setFields,
} from "../board/commands.ts";
import type { Card, Place } from "../board/card.ts";
import { groupWith, moveTopic, takeApart } from "../board/group-commands.ts";
import { topicOf } from "../board/groups.ts";
import { severities } from "../board/projection.ts";
import { rankAt } from "../board/rank.ts";
import { plainText } from "../board/rich-text.ts";
import { setStar } from "../board/star.ts";
import { eventKinds } from "../sections/timeline.ts";
import { cardId, evidenceId, sameBits } from "./build.ts";
import type { Diary } from "./diary.ts";
import { typing, type Replica, type Replicas } from "./replicas.ts";

/** Something one person does on their copy of the board. In a counterexample it reads as a sentence. */
export interface Step {
  readonly who: number;
  readonly name: string;
  readonly take: (replicas: Replicas, diary: Diary) => void;
}

/** One arbitrary for each thing a person can do. A command that is not here is not tested for convergence. */
export const steps = {
  addCard: step(
    "adds",
    fc.record({ place: anyPlace(), words: fc.nat(2) }),
    (me, { place, words }, { diary }) => {
      const id = cardId(`p${me.number}-${diary.cardNumber()}`);
      const to = placeOn(me, place);
      diary.put(id, to);
      addCard(me.board, { id, ...to, at: 1, text: diary.words(me.number, words) });
    },
  ),
  moveCard: step(
    "moves",
    fc.record({ card: some(), place: anyPlace() }),
    (me, { card, place }, { diary }) =>
      withCard(me, card, ({ id }) => {
        const to = placeOn(me, place);
        diary.put(id, to);
        moveCard(me.board, id, to);
      }),
  ),
  groupWith: step(
    "groups",
    fc.record({ card: some(), whole: fc.boolean(), with: some(), seed: fc.nat(3) }),
    (me, { card, whole, with: other, seed }, { diary }) =>
      withCard(me, card, ({ id }) =>
        withCard(me, other, (target) => {
          groupWith(me.board, {
            card: whole ? (topicOf(me.view.getState(), id)?.id ?? id) : id,
            with: target.id,
            group: cardId(`p${me.number}-${diary.cardNumber()}`),
            at: 1,
            randomBit: sameBits(seed),
          });
          notePlaces(me, diary);
        }),
      ),
  ),
  takeApart: step("takes apart", fc.record({ card: some(), at: fc.nat(3) }), (me, { card, at }) =>
    withCard(me, card, ({ id }) => takeApart(me.board, id, at)),
  ),
  moveTopic: step(
    "moves the topic of",
    fc.record({ card: some(), place: anyLesson() }),
    (me, { card, place }, { diary }) =>
      withCard(me, card, ({ id }) => {
        moveTopic(me.board, id, placeOn(me, place), sameBits(place.seed));
        notePlaces(me, diary);
      }),
  ),
  setWhen: step(
    "sets when and kind of",
    fc.record({ card: some(), at: fc.nat(3), kind: fc.constantFrom(...eventKinds) }),
    (me, { card, at, kind }) =>
      withCard(me, card, ({ id }) =>
        setFields(me.board, id, "timeline", { when: { at, approx: false }, kind }),
      ),
  ),
  setOwner: step(
    "sets the owner of",
    fc.record({ card: some(), owner: anyName() }),
    (me, { card, owner }) =>
      withCard(me, card, ({ id }) => setFields(me.board, id, "actions", { owner })),
  ),
  ask: step(
    "asks about",
    fc.record({ card: some(), index: fc.nat(2), seed: fc.nat(3), to: anyName() }),
    (me, { card, index, seed, to }, { diary }) =>
      withCard(me, card, ({ id: about }) => {
        const id = cardId(`p${me.number}-${diary.cardNumber()}`);
        const place = placeOn(me, { section: "questions", index, seed });
        diary.put(id, place);
        const text = diary.words(me.number, 1);
        addCard(me.board, { id, ...place, at: 1, text, fields: { about, to } });
      }),
  ),
  answer: step(
    "answers",
    fc.record({ card: some(), index: fc.nat(2), seed: fc.nat(3) }),
    (me, { card, index, seed }, { diary }) =>
      withCard(me, card, ({ id: question }) => {
        const id = cardId(`p${me.number}-${diary.cardNumber()}`);
        const place = placeOn(me, { section: "answers", index, seed });
        diary.put(id, place);
        const text = diary.words(me.number, 1);
        addCard(me.board, { id, ...place, at: 1, text, fields: { question } });
      }),
  ),
  remark: step(
    "writes down what was said about",
    fc.record({ card: some(), index: fc.nat(2), seed: fc.nat(3) }),
    (me, { card, index, seed }, { diary }) =>
      withCard(me, card, ({ id: about }) => {
        const id = cardId(`p${me.number}-${diary.cardNumber()}`);
        const place = placeOn(me, { section: "remarks", index, seed });
        diary.put(id, place);
        const text = diary.words(me.number, 1);
        addCard(me.board, { id, ...place, at: 1, text, fields: { about } });
      }),
  ),
  setStar: step(
    "stars",
    fc.record({ card: some(), isStarred: fc.boolean() }),
    (me, { card, isStarred }) => withCard(me, card, ({ id }) => setStar(me.board, id, isStarred)),
  ),
  settle: step(
    "settles",
    fc.record({ card: some(), settled: fc.boolean() }),
    (me, { card, settled }) =>
      withCard(me, card, ({ id }) => setFields(me.board, id, "questions", { settled })),
  ),
  removeCard: step("removes", fc.record({ card: some(), at: fc.nat(3) }), (me, { card, at }) =>
    withCard(me, card, ({ id }) => removeCard(me.board, id, at)),
  ),
  restoreCard: step("restores", fc.record({ card: some() }), (me, { card }) =>
    withCard(me, card, ({ id }) => restoreCard(me.board, id)),
  ),
  putEvidence: step(
    "puts evidence on",
    fc.record({ card: some(), piece: fc.nat(2) }),
    (me, { card, piece }) =>
      withCard(me, card, ({ id }) =>
        putEvidence(me.board, id, {
          id: evidenceId(`e${piece}`),
          type: "log",
          label: `by ${me.number}`,
          url: null,
          text: null,
          addedAt: piece,
        }),
      ),
  ),
  removeEvidence: step(
    "takes evidence off",
    fc.record({ card: some(), piece: fc.nat(2) }),
    (me, { card, piece }) =>
      withCard(me, card, ({ id }) => removeEvidence(me.board, id, evidenceId(`e${piece}`))),
  ),
  setFact: step("sets the severity", fc.constantFrom(...severities, null), (me, severity) =>
    setFact(me.board, "severity", severity),
  ),
  setMeeting: step("sets the date", fc.option(fc.nat(3)), (me, meetingAt) =>
    setFact(me.board, "meetingAt", meetingAt),
  ),
  fillText: step("fills the summary", few(), (me, count, { diary }) => {
    const isBlank = plainText(me.view.getState().texts.summary).trim() === "";
    if (isBlank) fillText(me.board, "summary", diary.words(me.number, count));
  }),
  type: step(
    "types",
    fc.record({ spot: anySpot(), words: few() }),
    (me, { spot, words }, { diary }) =>
      edit(me, spot, (text, at) => text.insert(at, diary.words(me.number, words))),
  ),
  erase: step("erases", fc.record({ spot: anySpot(), count: few() }), (me, { spot, count }) =>
    edit(me, spot, (text, at) => text.delete(at, Math.min(count, text.length - at))),
  ),
  format: step(
    "formats",
    fc.record({ spot: anySpot(), count: few(), bold: fc.boolean() }),
    (me, { spot, count, bold }) =>
      edit(me, spot, (text, at) =>
        text.format(at, Math.min(count, text.length - at), { bold: bold ? {} : null }),
      ),
  ),
  addParagraph: step(
    "adds a paragraph",
    fc.record({ spot: anySpot(), words: few() }),
    (me, { spot, words }, { diary }) =>
      withText(me, spot.text, (text) => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText(diary.words(me.number, words))]);
        text.insert(spot.paragraph % (text.length + 1), [paragraph]);
      }),
  ),
  pause: step("pauses", fc.constant(null), (me) => me.undo.stopCapturing()),
  undo: step("undoes", fc.constant(null), (me) => void me.undo.undo()),
  redo: step("redoes", fc.constant(null), (me) => void me.undo.redo()),
} as const;

export type StepName = keyof typeof steps;

/** A whole run: what people do, in any order, and who hears of it when. */
export function anyRun({ often = [], without = [], maxLength = 24 }: RunOptions = {}): fc.Arbitrary<
  readonly Step[]
> {
  const names = Object.keys(steps) as StepName[];
  const choices = names
    .filter((name) => !without.includes(name))
    .map((name) => ({ arbitrary: steps[name], weight: often.includes(name) ? 8 : 1 }));
  return fc.array(fc.oneof({ arbitrary: anyTelling(), weight: 12 }, ...choices), {
    maxLength,
    size: "max",
  });
}

interface RunOptions {
  /** What happens more often than the rest, because it is what the test is about. */
  readonly often?: readonly StepName[];
  /** What does not happen at all. */
  readonly without?: readonly StepName[];
  readonly maxLength?: number;
}

/** One person hears all that another knows. */
function anyTelling(): fc.Arbitrary<Step> {
  return step("tells", fc.nat(2), (me, to, { replicas }) => replicas.tell(me.number - 1, to));
}

interface Run {
  readonly replicas: Replicas;
  readonly diary: Diary;
}

function step<Args>(
  name: string,
  anyArgs: fc.Arbitrary<Args>,
  take: (me: Replica, args: Args, run: Run) => void,
): fc.Arbitrary<Step> {
  return fc.record({ who: fc.nat(2), args: anyArgs }).map(({ who, args }) => ({
    who,
    name,
    take: (replicas, diary) => take(replicas.at(who), args, { replicas, diary }),
    [fc.toStringMethod]: () => `${who} ${name} ${args === null ? "" : fc.stringify(args)}`,
  }));
}

interface AnyPlace {
  readonly section:
    | "timeline"
    | "helped"
    | "slowed"
    | "actions"
    | "questions"
    | "answers"
    | "remarks";
  readonly index: number;
  readonly seed: number;
}

interface AnySpot {
  readonly text: number;
  readonly paragraph: number;
  readonly at: number;
}

function anyPlace(): fc.Arbitrary<AnyPlace> {
  const section = fc.constantFrom("timeline" as const, "helped" as const, "actions" as const);
  return fc.record({ section, index: fc.nat(2), seed: fc.nat(3) });
}

function anyLesson(): fc.Arbitrary<AnyPlace> {
  const section = fc.constantFrom("helped" as const, "slowed" as const);
  return fc.record({ section, index: fc.nat(2), seed: fc.nat(3) });
}

/** Notes where everything is after a command that moves several cards. */
function notePlaces({ view }: Replica, diary: Diary): void {
  for (const { id, section, rank } of Object.values(view.getState().cards))
    diary.put(id, { section, rank });
}

/** A place in a text: of the first cards, or of the summary. */
function anySpot(): fc.Arbitrary<AnySpot> {
  return fc.record({ text: fc.nat(3), paragraph: fc.nat(2), at: fc.nat(5) });
}

function anyName(): fc.Arbitrary<string | null> {
  return fc.constantFrom("Ada", "Grace", null);
}

function some(): fc.Arbitrary<number> {
  return fc.nat(2);
}

function few(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 3 });
}

function placeOn({ view }: Replica, { section, index, seed }: AnyPlace): Place {
  return { section, rank: rankAt(view.getState(), section, index, undefined, sameBits(seed)) };
}

/** The card of this number among those the person has, hidden ones too; nothing happens if there is none. */
function withCard({ view }: Replica, index: number, act: (card: Card) => unknown): void {
  const cards = Object.values(view.getState().cards).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const card = cards[index];
  if (card) act(card);
}

/** The text of a card, or the summary for the last number, in a transaction of the editor. */
function withText(me: Replica, index: number, act: (text: Y.XmlFragment) => void): void {
  const inside = (text: Y.XmlFragment | undefined) =>
    text && me.board.doc.transact(() => act(text), typing);
  if (index === 3) inside(me.board.texts[sharedTexts[4]]);
  else withCard(me, index, ({ id }) => inside(cardText(me.board, id)));
}

/** Edits a run of text as an editor does: in the text of a paragraph, which it makes where there is none. */
function edit(me: Replica, spot: AnySpot, act: (text: Y.XmlText, at: number) => void): void {
  withText(me, spot.text, (fragment) => {
    const paragraphs = fragment.toArray().filter((node) => node instanceof Y.XmlElement);
    const paragraph =
      paragraphs[spot.paragraph % Math.max(1, paragraphs.length)] ??
      inserted(fragment, new Y.XmlElement("paragraph"));
    const texts = paragraph.toArray().filter((node) => node instanceof Y.XmlText);
    const text = texts[0] ?? inserted(paragraph, new Y.XmlText());
    act(text, spot.at % (text.length + 1));
  });
}

function inserted<Node extends Y.XmlElement | Y.XmlText>(parent: Y.XmlFragment, node: Node): Node {
  parent.insert(0, [node]);
  return node;
}

/** So many runs, or as many as fit into the time that a property has on a busy machine. */
export const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 2_000 });
