// The tree as Markdown. The library escapes what could be read as structure; the rules below close the gaps it has.
import type { Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import {
  defaultHandlers,
  toMarkdown,
  type ConstructName,
  type Handle,
  type Options,
  type Unsafe,
} from "mdast-util-to-markdown";

/** Writes a tree as GitHub-flavoured Markdown: LF, one newline at the end, rows that do not change when a neighbour does. */
export const serialise = (root: Root): string => toMarkdown(root, options);

/** Where a backslash would be read as itself. */
const notInConstruct: ConstructName[] = [
  "autolink",
  "destinationLiteral",
  "destinationRaw",
  "reference",
  "titleQuote",
  "titleApostrophe",
];

const escaped = (pattern: Unsafe): Unsafe => ({
  ...pattern,
  inConstruct: "phrasing",
  notInConstruct,
});

/** A link whose address keeps its ampersands: `\&` is right, but many wikis take the backslash as part of the address. */
const plainLink: Handle = (node, parent, state, info) => {
  const value = defaultHandlers.link(node, parent, state, info);
  const address = value.lastIndexOf("](");
  return address < 0
    ? value
    : value.slice(0, address) + value.slice(address).replaceAll("\\&", "&");
};

/** A cell that holds an approximate time and nothing else: one tilde strikes nothing out, and `~10:05` stays readable. */
const plainTime: Handle = (node, parent, state, info) =>
  parent?.type === "tableCell" && parent.children.length === 1 && /^~\d\d:\d\d$/.test(node.value)
    ? node.value
    : defaultHandlers.text(node, parent, state, info);

const options: Options = {
  bullet: "-",
  fence: "~",
  fences: true,
  listItemIndent: "one",
  unsafe: [
    // What the library escapes only where a careful parser needs it, careless ones need everywhere.
    ...["#", "<", ">", "]"].map((character) => escaped({ character })),
    // The library escapes the dot of `www.` only before a letter; before another escape the backslash would get into the link.
    escaped({ character: ".", before: "[Ww]" }),
  ],
  handlers: {
    link: Object.assign(plainLink, { peek: defaultHandlers.link.peek }),
    text: plainTime,
  },
  // Every cell counts as three wide, so that a row keeps its bytes when another gets longer.
  extensions: [gfmToMarkdown({ stringLength: () => 3 })],
};
