// Reads an exported post-mortem back with a GFM parser, as a wiki does.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import type { Nodes, Root, RootContent, Table } from "mdast";
import { gfm } from "micromark-extension-gfm";

/** Parses Markdown the way a wiki does. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** All words below a node, as a reader sees them. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if ("children" in node) return node.children.map(textOf).join("");
  return node.type === "break" ? "\n" : "";
}

/** What stands under a heading, down to the next one of its rank. */
export function sectionUnder(root: Root, heading: string): readonly RootContent[] {
  const start = root.children.findIndex(
    (node) => node.type === "heading" && textOf(node) === heading,
  );
  const first = root.children[start];
  if (first?.type !== "heading") return [];
  const rest = root.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === "heading" && node.depth <= first.depth);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The items of the lists under a heading: their words, and whether they are ticked. */
export function itemsUnder(
  root: Root,
  heading: string,
): readonly { readonly text: string; readonly checked: boolean | null }[] {
  return sectionUnder(root, heading).flatMap((node) =>
    node.type === "list"
      ? node.children.map((item) => ({ text: textOf(item), checked: item.checked ?? null }))
      : [],
  );
}

/** The cells of the first table under a heading, without its head. */
export function rowsUnder(root: Root, heading: string): readonly (readonly string[])[] {
  const table = sectionUnder(root, heading).find((node): node is Table => node.type === "table");
  return (table?.children ?? []).slice(1).map((row) => row.children.map(textOf));
}
