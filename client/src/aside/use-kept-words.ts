// Notes that were set aside and whose words are with me: because I wrote them, because nobody can be found who did and I lead,
// or because I was typing in them.
import { useEffect, useMemo, useState } from "react";
import {
  readCardId,
  readKeptWords,
  rewordingOf,
  type CardId,
  type KeptWords,
  type Private,
} from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";

/** What I have of one folded note. */
export interface WithMe {
  readonly card: CardId;
  /** As it stood; undefined where I only have what I was typing in it. */
  readonly kept: KeptWords | undefined;
}

/** The latest first, those alone that are folded on the board. */
export function useKeptWords(): readonly WithMe[] {
  const { privateDoc } = useSession();
  const folded = useBoard(({ aside }) => aside);
  const [all, setAll] = useState<readonly WithMe[]>([]);
  useEffect(() => {
    const read = () => setAll(readAll(privateDoc));
    read();
    privateDoc.aside.observe(read);
    privateDoc.composing.observe(read);
    return () => {
      privateDoc.aside.unobserve(read);
      privateDoc.composing.unobserve(read);
    };
  }, [privateDoc]);
  return useMemo(() => all.filter(({ card }) => folded.includes(card)), [all, folded]);
}

/** What I have of one of them; undefined if nothing. */
export const useMyWordsOf = (card: CardId): WithMe | undefined =>
  useKeptWords().find((one) => one.card === card);

function readAll(own: Private): readonly WithMe[] {
  const kept = readKeptWords(own).map((words): WithMe => ({ card: words.card, kept: words }));
  const prefix = rewordingOf("" as CardId); // what every key of a rewording begins with
  const typed = [...own.composing.keys()]
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => readCardId(key.slice(prefix.length)) ?? [])
    .filter((card) => kept.every((one) => one.card !== card))
    .map((card): WithMe => ({ card, kept: undefined }));
  return [...kept, ...typed];
}
