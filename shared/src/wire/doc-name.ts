// The documents of a board. Permission is by document: see docs/rules.md.

/** `board` is what everybody writes, `control` what the server writes, `private` what one participant keeps for now. */
export const docNames = ["board", "control", "private"] as const;

export type DocName = (typeof docNames)[number];

/** The document named by a piece of a path, or undefined. */
export const readDocName = (text: unknown): DocName | undefined =>
  docNames.find((name) => name === text);
