// Whether a text speaks of a person: of one on the roster, by name, or of one by what they do. It looks at words alone, so it
// misses much and is sometimes wrong: what is built on it only asks.

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
  return (
    new RegExp(`${before}${asPattern(whole)}${genitive}${after}`, "iu").test(words) ||
    firstNameIn(words, whole) !== undefined
  );
}

/**
 * The words by which a text makes one person's step a cause: a name from the roster, or a role together with what it did.
 * Undefined where nobody is spoken of. Quotes, code and links are nobody's words, so nothing in them counts.
 */
export function personIn(text: string, names: readonly string[]): string | undefined {
  const words = text.normalize("NFC").replaceAll(notTheirOwn, " ");
  for (const name of names) {
    const whole = name.normalize("NFC").trim();
    if (whole === "") continue;
    const found = new RegExp(`${before}${asPattern(whole)}${genitive}${after}`, "u").exec(words);
    const who = found?.[0] ?? firstNameIn(words, whole);
    if (who !== undefined) return who;
  }
  return roleSteps.map((pattern) => pattern.exec(words)?.groups?.["who"]).find((who) => who);
}

function firstNameIn(words: string, whole: string): string | undefined {
  const [first = ""] = whole.split(/\s+/);
  if (first === whole || Array.from(first).length < shortestFirstName) return undefined;
  return new RegExp(`${before}${asPattern(first)}${genitive}${after}`, "u").exec(words)?.[0];
}

const asPattern = (name: string): string =>
  name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

const notTheirOwn = /`[^`]*`|“[^”]*”|„[^“”]*[“”]|"[^"]*"|«[^»]*»|\b(?:https?:\/\/|mailto:)\S+/g;

const english = {
  how: "\\p{L}+ly|then|just|also|never|only|still|wrongly",
  who: "(?:the|an?|one|our|another)\\s+(?:on-?call(?:\\s+engineer)?|engineer|developer|operator|admin(?:istrator)?|dba|reviewer|responder|contractor|technician|manager|intern|junior|new\\s+hire|colleague|sre|team\\s+lead)|someone|somebody",
  did: "\\p{L}+ed|ran|did|didn['’]t|forgot|wrote|overwrote|sent|took|made|put|left|lost|chose|saw|began|broke|let|got|went|thought|gave|read|misread|shut|hit|was|had|has|should|could",
};

const german = {
  how: "dann|auch|nur|nie|noch|gerade|einfach|versehentlich|falsch",
  who: "(?:der|die|ein|eine|unsere?|jene?r?)\\s+(?:bereitschaft|kolleg(?:e|in)|entwickler(?:in)?|admin(?:istrator(?:in)?)?|operator|techniker(?:in)?|dienstleister|praktikant(?:in)?|mitarbeiter(?:in)?|reviewer(?:in)?|schichtleitung|teamleitung)|jemand",
  did: "\\p{L}{2,}te|hat|hatte|hätte|ist|war|wurde|vergaß|schrieb|lief|nahm|sah|ließ|gab|griff|ging|begann|zog|schob",
};

/** Somebody by their role and what they did, with at most an adverb in between. */
const roleSteps = [english, german].map(
  ({ who, how, did }) =>
    new RegExp(`${before}(?<who>${who})${after}\\s+(?:(?:${how})\\s+)?(?:${did})${after}`, "iu"),
);
