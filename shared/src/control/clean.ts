// What people call things and themselves, made fit for one line: no line breaks, no control characters, nothing that turns
// the direction of the text around it.

/** The longest title of a board, in characters. */
export const maxTitleLength = 200;

/** The longest name of a participant, in characters. */
export const maxNameLength = 60;

const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029\t]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f]/g;
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const oneLine = (text: string): string =>
  text.toWellFormed().replace(lineBreaks, " ").replace(controls, "").trim();

const isAtMost = (text: string, length: number): boolean => Array.from(text).length <= length;

/** A title as it is kept: line breaks become blanks. Undefined when it is longer than 200 characters. */
export function cleanTitle(text: string): string | undefined {
  const title = oneLine(text);
  return isAtMost(title, maxTitleLength) ? title : undefined;
}

/**
 * A name as it is kept: trimmed, without marks that turn the direction of text. Undefined when it is longer than 60
 * characters; empty when nothing that can be seen is left.
 */
export function cleanName(text: string): string | undefined {
  const name = oneLine(text.replace(directionMarks, "")).replaceAll(/\s+/g, " ");
  const isVisible = /[^\s\p{Default_Ignorable_Code_Point}]/u.test(name);
  return isAtMost(name, maxNameLength) ? (isVisible ? name : "") : undefined;
}
