// Reads a report back with a GFM parser, as a wiki would, so that tests compare what a reader gets with what was typed.
import type { List, Nodes, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { invariant } from "../result.ts";

/** A heading and what stands under it until the next one. */
export interface Chapter {
  readonly depth: number;
  readonly title: string;
  readonly content: readonly RootContent[];
}

/** Parses a report as GitHub-flavoured Markdown. */
export const parseReport = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The chapters of a report, flat and in order. */
export function chaptersOf(root: Root): Chapter[] {
  const chapters: { depth: number; title: string; content: RootContent[] }[] = [];
  for (const node of root.children) {
    if (node.type === "heading")
      chapters.push({ depth: node.depth, title: readText(node), content: [] });
    else chapters.at(-1)?.content.push(node);
  }
  return chapters;
}

/** The headings below the title, as `2 Summary`. */
export const headingsOf = (chapters: readonly Chapter[]): string[] =>
  chapters.slice(1).map(({ depth, title }) => `${depth} ${title}`);

/** The one table under a heading. Throws if something else stands there. */
export function tableUnder(chapters: readonly Chapter[], title: string): Table {
  const [node, ...others] = contentUnder(chapters, title);
  invariant(node?.type === "table" && others.length === 0, `a table stands under ${title}`);
  return node;
}

/** The one list under a heading. Throws if something else stands there. */
export function listUnder(chapters: readonly Chapter[], title: string): List {
  const [node, ...others] = contentUnder(chapters, title);
  invariant(node?.type === "list" && others.length === 0, `a list stands under ${title}`);
  return node;
}

/** What stands under a heading below the title; nothing if the heading is not there. */
export const contentUnder = (chapters: readonly Chapter[], title: string): readonly RootContent[] =>
  chapters.slice(1).find((chapter) => chapter.title === title)?.content ?? [];

/** The text of every cell, row by row. */
export const cellsOf = (table: Table): string[][] =>
  table.children.map(({ children }) => children.map(readText));

/** What no report may hold: HTML, images, footnotes, rules and so on, and links in schemes that are not safe. */
export const straysIn = (root: Root): string[] =>
  everyNode(root).flatMap((node) => {
    if (!allowed.has(node.type)) return [node.type];
    return node.type === "link" && !/^(https?:\/\/|mailto:)/i.test(node.url) ? [node.url] : [];
  });

/** The words in a node, in reading order; breaks and the ends of blocks are blanks. */
export function readText(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const isInline = node.children.every((child) => inline.has(child.type));
  return node.children.map(readText).join(isInline ? "" : " ");
}

/** A node and everything in it. */
export const everyNode = (node: Nodes): Nodes[] => [
  node,
  ...("children" in node ? node.children.flatMap(everyNode) : []),
];

const allowed = new Set<Nodes["type"]>([
  ...(["root", "heading", "paragraph", "list", "listItem", "blockquote", "code"] as const),
  ...(["table", "tableRow", "tableCell"] as const),
  ...(["text", "inlineCode", "strong", "emphasis", "link", "break"] as const),
]);

const inline = new Set(["text", "inlineCode", "strong", "emphasis", "delete", "link", "break"]);

/**
 * What counts as the same words: blanks and the ranges of bidirectional writing aside, controls as the pictures that stand
 * for them, and what no encoding can hold as U+FFFD.
 */
export const bareWords = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\u0085\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\p{Cc}/gu, (control) => {
      const code = control.charCodeAt(0);
      if (code > 0x7f) return "\ufffd";
      return code === 0x7f ? "\u2421" : String.fromCharCode(0x2400 + code);
    });
