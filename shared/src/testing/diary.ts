// What people did in a run, so that a test can ask afterwards whether it is all still there.
import type { Place } from "../board/card.ts";
import type { BoardState } from "../board/projection.ts";
import { plainText } from "../board/rich-text.ts";
import type { CardId } from "../ids.ts";

/** The first of the characters that stand for words: each one is typed once in a run, so each can be looked for. */
const firstWord = 0x4e00;

/** One run's notes. */
export class Diary {
  readonly #places = new Map<CardId, Set<string>>();
  readonly #authors = new Map<string, number>();
  #cards = 0;

  /** Words that nobody has typed yet, noted as this person's. */
  words(author: number, count: number): string {
    const first = firstWord + this.#authors.size;
    const words = Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index));
    for (const word of words) this.#authors.set(word, author);
    return words.join("");
  }

  /** A number for an id that nobody has used yet. */
  cardNumber(): number {
    this.#cards += 1;
    return this.#cards;
  }

  /** Notes that somebody put a card there. */
  put(card: CardId, place: Place): void {
    const places = this.#places.get(card) ?? new Set();
    this.#places.set(card, places.add(placeName(place)));
  }

  /** Whether anybody ever put the card there. */
  wasPut(card: CardId, place: Place): boolean {
    return this.#places.get(card)?.has(placeName(place)) ?? false;
  }

  /** Who typed a word. */
  authorOf(word: string): number | undefined {
    return this.#authors.get(word);
  }

  /** Every word anybody typed. */
  typed(): readonly string[] {
    return [...this.#authors.keys()];
  }
}

/** The words that stand on a board, on cards that are hidden too. */
export function wordsOn(board: BoardState): ReadonlySet<string> {
  const texts = [
    ...Object.values(board.cards).flatMap((card) => [
      card.plain,
      ...card.evidence.map((piece) => piece.text ?? ""),
    ]),
    ...Object.values(board.texts).map(plainText),
  ];
  return new Set(texts.join("").replaceAll("\n", ""));
}

const placeName = ({ section, rank }: Place): string => `${section} ${rank}`;
