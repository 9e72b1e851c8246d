// Whether a condition is somebody's step: it names a person on the roster, or one by what they do. It looks at words alone, so
// it misses much and is sometimes wrong: what is built on it only asks.
import { calledIn } from "./names-in-text.ts";

/**
 * The words by which a text makes one person's step a cause: a name from the roster, or a role together with what it did.
 * Undefined where nobody is spoken of. Quotes, code and links are nobody's words, so nothing in them counts.
 */
export function personIn(text: string, names: readonly string[]): string | undefined {
  const words = text.normalize("NFC").replaceAll(notTheirOwn, " ");
  for (const name of names) {
    const whole = name.normalize("NFC").trim();
    if (whole === "") continue;
    const who = calledIn(words, whole);
    if (who !== undefined) return who;
  }
  return roleSteps.map((pattern) => pattern.exec(words)?.groups?.["who"]).find((who) => who);
}

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
    new RegExp(
      `(?<![\\p{L}\\p{N}_])(?<who>${who})(?![\\p{L}\\p{N}_])\\s+(?:(?:${how})\\s+)?(?:${did})(?![\\p{L}\\p{N}_])`,
      "iu",
    ),
);
