// The languages there are texts in.

/** Languages there are texts in. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

/** A language there are texts in, or undefined. */
export const readLanguage = (text: unknown): Language | undefined =>
  languages.find((language) => language === text);
