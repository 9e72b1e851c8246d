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
 * A safe file name for a report: `2026-03-12-checkout-errors.md`, in ASCII letters, digits and hyphens.
 *
 * `day` is the day of the incident as `2026-03-12`; without it the title stands alone. A title of which nothing is left
 * becomes `post-mortem`.
 */
export function reportFileName(title: string, day?: string): string {
  const slug = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ß-ıœłþðđ]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, "");
  const date = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}-` : "";
  const name = date + (slug || "post-mortem");
  return `${reserved.test(name) ? `${name}-post-mortem` : name}.md`;
}

/** Names that Windows gives to devices, whatever the extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
