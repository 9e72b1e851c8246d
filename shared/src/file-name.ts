// A name for the downloaded report that every file system takes.

/** What a letter becomes that does not lose its marks by decomposition. */
const letters: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  å: "aa",
  œ: "oe",
  þ: "th",
  ð: "d",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** Long enough to recognise, short enough for every file system and for a terminal. */
const maxLength = 80;

/**
 * A safe file name for a board that leaves as a file: `checkout-errors.md`, in ASCII letters, digits and hyphens. Letters
 * with marks are written out as people do it by hand: `groesse`, `creme`.
 *
 * A title of which nothing is left becomes `post-mortem`.
 */
export function reportFileName(title: string, extension: "md" | "json" | "ics"): string {
  const slug = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ß-ıœłþðđ]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, "");
  const name = slug || "post-mortem";
  return `${reserved.test(name) ? `${name}-post-mortem` : name}.${extension}`;
}

/** Names that Windows gives to devices, whatever the extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
