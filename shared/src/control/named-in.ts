// Who may say that a note is about them.
import { namesPerson } from "../board/names-in-text.ts";
import type { Participant } from "./control.ts";

/**
 * Whether somebody is named in a text that was written at a moment. A name that they took on later does not count, or anybody
 * could call themselves like a word in it; one that they came with does, because who is late may be named too.
 */
export const isNamedIn = (
  { name, renamedAt }: Participant,
  text: string,
  writtenAt: number,
): boolean => (renamedAt === undefined || renamedAt < writtenAt) && namesPerson(text, name);
