// What others have put on a board since a moment in its history. A moment is what a document had heard by then, client by
// client: no clock of any machine is asked.
import * as Y from "yjs";
import type { CardId } from "../ids.ts";
import { lessonSections, type SectionId } from "../sections/index.ts";
import type { Board } from "./board.ts";
import type { BoardState } from "./projection.ts";

/**
 * The kinds of news, in the order in which they are told: a line each. `sections` are those whose cards are of that kind.
 */
export const newsKinds = [
  { id: "events", sections: ["timeline"] },
  { id: "questions", sections: ["questions"] },
  { id: "answers", sections: ["answers"] },
  { id: "remarks", sections: ["remarks"] },
  { id: "voices", sections: ["check-in", "check-out"] },
  { id: "conditions", sections: ["factors", "safeguards"] },
  { id: "notes", sections: lessonSections },
  { id: "actions", sections: ["actions", "declined"] },
  { id: "ideas", sections: ["parking"] },
  { id: "expected", sections: ["expected"] },
] as const satisfies readonly { readonly id: string; readonly sections: readonly SectionId[] }[];

export type NewsKind = (typeof newsKinds)[number]["id"];

/** News of one kind, in the order in which people see it; never empty. */
export interface News {
  readonly kind: NewsKind;
  readonly cards: readonly CardId[];
}

/** How much of each client's changes had been heard: client → clock. */
export type Heard = ReadonlyMap<number, number>;

/** What a board has heard by now. */
export const heardBy = ({ doc }: Board): Heard => Y.decodeStateVector(Y.encodeStateVector(doc));

/** A stretch of a board's history: from what had been heard at its beginning to what had at its end. */
export interface Stretch {
  readonly since: Heard;
  readonly upTo: Heard;
}

/**
 * The cards on the board that others have put there in these stretches of its history, by kind.
 *
 * `mine` are the clients by which this person writes; what those wrote is no news. A card that was blank then and has words
 * since counts; one that was edited does not.
 */
export function newsIn(
  stretches: readonly Stretch[],
  board: Board,
  state: BoardState,
  mine: ReadonlySet<number>,
): readonly News[] {
  const isNew = (id: CardId): boolean => {
    const item = board.cards._map.get(id);
    return item !== undefined && stretches.some((stretch) => isNewIn(stretch, item, mine));
  };
  return newsKinds
    .map(({ id, sections }) => ({
      kind: id,
      cards: sections.flatMap((section) => state.order[section]).filter(isNew),
    }))
    .filter(({ cards }) => cards.length > 0);
}

function isNewIn({ since, upTo }: Stretch, card: Y.Item, mine: ReadonlySet<number>): boolean {
  if (!isHeard(card, upTo)) return false;
  return isHeard(card, since) ? wasBlank(card, since, mine) : !mine.has(card.id.client);
}

const isHeard = ({ id }: Y.Item, since: Heard): boolean => id.clock < (since.get(id.client) ?? 0);

/** A card that was there without a word, in which others have written since: opened under somebody's composer. */
function wasBlank(card: Y.Item, since: Heard, mine: ReadonlySet<number>): boolean {
  const words = wordsIn(card);
  return words.length > 0 && words.every((run) => !isHeard(run, since) && !mine.has(run.id.client));
}

/** The runs of text of a card that are not deleted. */
function wordsIn({ content }: Y.Item): readonly Y.Item[] {
  if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.Map)) return [];
  const text: unknown = content.type.get("text");
  const runs: Y.Item[] = [];
  const visit = (fragment: Y.XmlFragment): void => {
    for (const child of fragment.toArray()) {
      if (child instanceof Y.XmlElement) visit(child);
      if (!(child instanceof Y.XmlText)) continue;
      for (let item = child._start; item; item = item.right)
        if (!item.deleted && item.content instanceof Y.ContentString) runs.push(item);
    }
  };
  if (text instanceof Y.XmlFragment) visit(text);
  return runs;
}
