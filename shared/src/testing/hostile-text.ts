// Text that tries to break a report: everything that means something in Markdown, HTML or Unicode, in any order.
import fc from "fast-check";

const pieces = [
  Array.from("|`~*_#<>[]()!+-=.:;&\\/@$^{}'\"w1a "),
  Array.from("äéß😀漢א"),
  Array.from("\n\r\t\0\v\f\u001b\u007f\u0085\u009b\u00a0\u2028\ud800\udc00\ufeff\u200b"),
  Array.from("\u202a\u202c\u202e\u2066\u2067\u2069\u200f"),
  ["```", "~~~", "**", "__", "~~", "\\|", "\\\\", "| a | b |\n| - | - |\n", "|-|", " | ", "~10:05"],
  ["\n\n", "\n- ", "\n+ ", "\n1. ", "\n2) ", "\n# ", "\n> ", "\n===", "\n---", "\n    ", "  \n"],
  ["<b>", "</table>", "<!-- ", "-->", "<script>alert(1)</script>", "<?x", "<details>", "<br/>"],
  ["[x](javascript:alert(1))", "![i](https://x.y/z.png)", "[^1]", "[^1]: x", "[a]: /b", "[x] "],
  ["https://", "http://a.b/c?d=e&lt;f=g_h*", "<https://a.b>", "www.", "www.a_b_c", "WWW.é"],
  ["ftp://x.y", "a@b.de", "mailto:a@b.de", "xmpp:a@b.de", "@lena", "#12", "shop/web#7", "@a/b#1"],
  ["&amp;", "&#35;", "&copy", "word", "Zwei Wörter", "x".repeat(300)],
].flat();

/** A text of up to `maxPieces` pieces, each of which could be read as structure. */
export const hostileText = (maxPieces = 12): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: maxPieces }).map((parts) => parts.join(""));

/** An address with any scheme, or none. */
export const hostileUrl: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      "https://a.b/",
      "HTTP://a.b/?c=d&e=",
      "mailto:a@b.de?subject=",
      "javascript:alert(1)//",
      "data:text/html,",
      "vbscript:",
      " https://a.b/",
      "//a.b/",
      "",
    ),
    hostileText(4),
  )
  .map(([scheme, rest]) => scheme + rest);
