// Whether a text names somebody on the roster. It looks at words alone, so it is sometimes wrong: what is built on it can be
// taken back.

const before = "(?<![\\p{L}\\p{N}_])";
const after = "(?![\\p{L}\\p{N}_])";
const genitive = "(?:['’]?s|['’])?";

/** The shortest first name that stands for its person: shorter ones are words or initials. */
const shortestFirstName = 3;

/**
 * Whether a text names somebody: their whole name, in any case, or the first part of it as it is written, each as a word of
 * its own; “Priyas” and “Priya's” name Priya.
 */
export function namesPerson(text: string, name: string): boolean {
  const whole = name.normalize("NFC").trim();
  if (whole === "") return false;
  const words = text.normalize("NFC");
  return nameIn(words, whole, "iu") !== undefined || firstNameIn(words, whole) !== undefined;
}

/** A name as it stands in a text, with its genitive: the whole one, or its first part. Both are normalized. */
export const calledIn = (words: string, name: string): string | undefined =>
  nameIn(words, name, "u") ?? firstNameIn(words, name);

const nameIn = (words: string, name: string, flags: "u" | "iu"): string | undefined =>
  new RegExp(`${before}${asPattern(name)}${genitive}${after}`, flags).exec(words)?.[0];

function firstNameIn(words: string, whole: string): string | undefined {
  const [first = ""] = whole.split(/\s+/);
  if (first === whole || Array.from(first).length < shortestFirstName) return undefined;
  return nameIn(words, first, "u");
}

const asPattern = (name: string): string =>
  name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
