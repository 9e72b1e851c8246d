// The star on a card: worth a look together. Content like everything else on it, so that everybody sees and may set it.
import type { CardId } from "../ids.ts";
import type { Result } from "../result.ts";
import type { Board } from "./board.ts";
import { change, type CardGone } from "./commands.ts";

/**
 * Puts a star on a card, or takes it off. Two people who star it at once star it once; undo takes back only mine.
 *
 * Refused with `card-gone` if someone removed the card.
 */
export const setStar = (board: Board, id: CardId, isStarred: boolean): Result<void, CardGone> =>
  change(board, id, (card) => card.set("starred", isStarred));
