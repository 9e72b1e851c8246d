// Text as it came, made fit for a line or for a fenced block: nothing invisible may change what stands around it, and no word
// is lost. What a control character stood for is shown instead of executed.

/** Everything that ends a line or separates words in ASCII, and the line ends that Unicode adds. */
const blanks = /[\t-\r \u0085\u2028\u2029]+/g;

/** Makes text fit for one line: line ends, tabs and runs of blanks become one blank; controls become visible. */
export const oneLine = (text: string): string =>
  closeBidi(visible(text.replace(blanks, " ").toWellFormed()));

/** Whether there is nothing to read in a text: blanks and controls of writing direction alone. */
export const isBlank = (text: string): boolean => oneLine(text).trim() === "";

/** Makes text fit for a fenced block: lines end with LF, tabs stay, controls become visible, blank ends are cut. */
export const verbatim = (text: string): string =>
  visible(
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/[\v\f]/g, " "),
  )
    .replace(/^(?:[ \t]*\n)+/, "")
    .replace(/\s+$/, "");

/** Shows C0 controls and DEL as the pictures Unicode has for them (NUL is ␀, escape is ␛), C1 controls as U+FFFD. */
const visible = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- controls are what this is about
  text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\ufffd";
  });

const bidi = /[\u202a-\u202e\u2066-\u2069]/g;
const popEmbedding = "\u202c";
const popIsolate = "\u2069";

/**
 * Closes every bidirectional embedding, override and isolate that the text leaves open, and drops closers without an opener.
 *
 * Right-to-left writing stays as it is; but a text can no longer turn around what the report puts after it. Marks without a
 * range (U+200E, U+200F, U+061C) need no closing.
 */
export function closeBidi(text: string): string {
  if (text.replace(bidi, "").trim() === "") return text.replace(bidi, "");
  const open: string[] = [];
  const kept = text.replace(bidi, (control) => {
    if (control !== popEmbedding && control !== popIsolate) {
      open.push(control >= "\u2066" ? popIsolate : popEmbedding);
      return control;
    }
    if (open.at(-1) !== control) return "";
    open.pop();
    return control;
  });
  return kept + open.toReversed().join("");
}
