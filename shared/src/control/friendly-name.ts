// Names for people who have not said theirs: an adjective and an animal, never a judgement.
import type { Language } from "../words/index.ts";

const parts = {
  en: {
    adjectives: "Quiet Bright Calm Gentle Curious Patient Nimble Steady Sunny Brave Merry Kind",
    animals: "Heron Otter Badger Falcon Hedgehog Lynx Raven Beaver Crane Fox Whale Owl Hare Robin",
  },
  // every animal is masculine, so that one form of the adjective fits
  de: {
    adjectives:
      "Stiller Heller Ruhiger Sanfter Neugieriger Geduldiger Flinker Steter Sonniger Mutiger Froher Netter",
    animals: "Reiher Otter Dachs Falke Igel Luchs Rabe Biber Kranich Fuchs Wal Uhu Hase Specht",
  },
} as const satisfies Record<Language, { adjectives: string; animals: string }>;

/** Whether a name is one that a board gives. Somebody may have chosen it all the same. */
export function isFriendlyName(name: string): boolean {
  const [adjective = "", animal = "", number = "2", ...more] = name.split(" ");
  return (
    more.length === 0 &&
    /^\d+$/.test(number) &&
    Object.values(parts).some(
      ({ adjectives, animals }) =>
        adjectives.split(" ").includes(adjective) && animals.split(" ").includes(animal),
    )
  );
}

/**
 * A friendly name such as "Quiet Heron". Tries a few times to find one that nobody on the board has, then numbers it.
 *
 * `random` gives numbers from 0 up to 1; the caller brings it, because the model has no dice.
 */
export function friendlyName(
  language: Language,
  taken: ReadonlySet<string>,
  random: () => number,
): string {
  const adjectives = parts[language].adjectives.split(" ");
  const animals = parts[language].animals.split(" ");
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  let name = "";
  for (let tries = 0; tries < 20; tries++) {
    name = `${pick(adjectives)} ${pick(animals)}`;
    if (!taken.has(name)) return name;
  }
  for (let number = 2; ; number++) {
    const numbered = `${name} ${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
