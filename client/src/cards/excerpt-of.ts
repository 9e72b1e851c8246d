/** How much of a text names it where it cannot stand whole. */
const excerptLength = 60;

/** The words of a card, cut to name it. */
export const excerptOf = ({ plain }: { readonly plain: string }): string =>
  cut(plain, excerptLength);

/** A text that is no longer than `length` letters, else its beginning. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).trimEnd()} …` : text;
