import { Trans, useLingui } from "@lingui/react/macro";
import { Pencil } from "lucide-react";
import { readCardId, sharedTexts, type BoardState, type WordKey } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import type { PendingChange } from "../room/pending-changes.ts";
import { useBoard, useConnection } from "../room/use-room.ts";
import { Icon } from "../ui/icon.tsx";

/** So many places are named before the rest is counted. */
const shownPlaces = 6;
const excerptLength = 40;

/** What waits in this browser, by the places it is in. */
export function WaitingList() {
  const { t } = useLingui();
  const word = useWords();
  const pending = useConnection((connection) => connection.pending);
  const board = useBoard((state) => state);
  const places = [
    ...new Set(
      pending.map((change) =>
        change.kind === "draft"
          ? t`Notes that only you see`
          : (placeName(change, board, word) ?? t`Facts of the incident`),
      ),
    ),
  ];
  if (places.length === 0) return null;
  const more = places.length - shownPlaces;
  return (
    <ul className="my-3 grid gap-1.5 text-s text-you">
      {places.slice(0, shownPlaces).map((place) => (
        <li key={place} className="flex gap-2">
          <Icon of={Pencil} className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">{place}</span>
        </li>
      ))}
      {more > 0 && (
        <li>
          <Trans>and in {more} more places</Trans>
        </li>
      )}
    </ul>
  );
}

function placeName(
  { target, kind }: PendingChange,
  board: BoardState,
  word: (key: WordKey) => string,
): string | undefined {
  if (kind === "text") {
    const text = sharedTexts.find((id) => id === target);
    return text && word(`texts.${text}.title`);
  }
  const id = kind === "card" ? readCardId(target) : undefined;
  const card = id && board.cards[id];
  if (!card) return undefined;
  const words = card.plain.trim().replaceAll(/\s+/g, " ");
  const excerpt = words.length > excerptLength ? `${words.slice(0, excerptLength)} …` : words;
  const section = word(`sections.${card.section}.title`);
  return excerpt ? `${section}: “${excerpt}”` : section;
}
