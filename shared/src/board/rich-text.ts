// Text as people type it: in the document a Y.XmlFragment that the editor binds to, everywhere else the plain data below.
// The shape is the editor's own (ProseMirror JSON), cut down to what a board offers.
import * as Y from "yjs";

export { plainText } from "./plain-text.ts";

/** How a stretch of text is set. `link` carries where it leads, unchecked: whoever renders it checks the scheme. */
export type Mark =
  | { readonly type: "bold" }
  | { readonly type: "italic" }
  | { readonly type: "code" }
  | { readonly type: "link"; readonly href: string };

export type Inline =
  | { readonly type: "text"; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: "hardBreak" };

export type Block =
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  | { readonly type: "blockquote"; readonly content: readonly Block[] }
  | { readonly type: "bulletList" | "orderedList"; readonly content: readonly ListItem[] };

export interface ListItem {
  readonly type: "listItem";
  readonly content: readonly Block[];
}

/** A whole text. An empty one and one of empty paragraphs are both blank. */
export type RichText = readonly Block[];

/**
 * Reads a fragment as plain data.
 *
 * A node or mark that this version does not know gives up its form, never its words.
 */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return blocksOf(fragment.toArray());
}

/**
 * Fills an empty fragment: a paragraph a line. Only for a fragment that this same transaction has made, because two
 * people who fill one fragment would both be heard.
 */
export function writePlainText(fragment: Y.XmlFragment, text: string): void {
  fragment.insert(0, text.split(/\r\n|\r|\n/).map(paragraphOf));
}

/** Fills an empty fragment with a text as it was read. Only for a fragment that this same transaction has made. */
export function writeRichText(fragment: Y.XmlFragment, text: RichText): void {
  fragment.insert(0, text.length === 0 ? [paragraphOf("")] : text.map(elementOf));
}

function elementOf(block: Block | ListItem): Y.XmlElement {
  const element = new Y.XmlElement(block.type);
  const children =
    block.type === "paragraph" ? block.content.map(inlineElementOf) : block.content.map(elementOf);
  element.insert(0, children);
  return element;
}

function inlineElementOf(inline: Inline): Y.XmlElement | Y.XmlText {
  if (inline.type === "hardBreak") return new Y.XmlElement("hardBreak");
  const text = new Y.XmlText();
  const attributes = inline.marks.map((mark) => [
    mark.type,
    mark.type === "link" ? { href: mark.href } : {},
  ]);
  text.insert(0, inline.text, Object.fromEntries(attributes));
  return text;
}

function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}

/** How deep lists and quotes may lie in each other. What lies deeper gives up its form, so that no text exhausts the stack. */
const maxDepth = 50;

/** Blocks as they come; loose text between them becomes a paragraph. */
function blocksOf(nodes: readonly unknown[], depth = 0): Block[] {
  if (depth > maxDepth) return flatBlocksOf(nodes);
  const blocks: Block[] = [];
  let loose: Inline[] = [];
  const closeLoose = () => {
    if (loose.length > 0) blocks.push({ type: "paragraph", content: loose });
    loose = [];
  };
  for (const node of nodes) {
    const inline = inlinesOf(node);
    if (inline) {
      for (const part of inline) loose.push(part);
      continue;
    }
    closeLoose();
    if (node instanceof Y.XmlFragment)
      for (const block of blockOf(node, depth + 1)) blocks.push(block);
  }
  closeLoose();
  return blocks;
}

function blockOf(element: Y.XmlFragment, depth: number): Block[] {
  const children = element.toArray();
  const name = element instanceof Y.XmlElement ? element.nodeName : undefined;
  switch (name) {
    case "blockquote":
      return [{ type: name, content: blocksOf(children, depth) }];
    case "bulletList":
    case "orderedList":
      return [{ type: name, content: children.map((child) => itemOf(child, depth)) }];
    default: {
      const blocks = blocksOf(children, depth);
      return blocks.length === 0 ? [{ type: "paragraph", content: [] }] : blocks;
    }
  }
}

function itemOf(node: unknown, depth: number): ListItem {
  const isItem = node instanceof Y.XmlElement && node.nodeName === "listItem";
  return { type: "listItem", content: blocksOf(isItem ? node.toArray() : [node], depth) };
}

/** Every run of text below these nodes, each a paragraph. */
function flatBlocksOf(nodes: readonly unknown[]): Block[] {
  const blocks: Block[] = [];
  const waiting = nodes.toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop();
    const content = inlinesOf(node);
    if (content) blocks.push({ type: "paragraph", content });
    else if (node instanceof Y.XmlFragment)
      for (const child of node.toArray().toReversed()) waiting.push(child);
  }
  return blocks;
}

/** What stands in a line: text and breaks; undefined for a block. */
function inlinesOf(node: unknown): Inline[] | undefined {
  if (node instanceof Y.XmlText) return textOf(node);
  if (node instanceof Y.XmlElement && node.nodeName === "hardBreak") return [{ type: "hardBreak" }];
  return undefined;
}

function textOf(text: Y.XmlText): Inline[] {
  const inlines: Inline[] = [];
  for (const { insert, attributes } of text.toDelta() as readonly DeltaPart[]) {
    if (typeof insert !== "string" || insert === "") continue;
    pushText(inlines, insert, marksOf(attributes ?? {}));
  }
  return inlines;
}

/** Stretches that differ only in what this version does not know are one stretch. */
function pushText(inlines: Inline[], text: string, marks: readonly Mark[]): void {
  const last = inlines.at(-1);
  if (last?.type === "text" && JSON.stringify(last.marks) === JSON.stringify(marks))
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  else inlines.push({ type: "text", text, marks });
}

interface DeltaPart {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Marks in one order, whatever the order in which they were set. The editor may add a hash to a mark's name. */
function marksOf(attributes: Readonly<Record<string, unknown>>): Mark[] {
  const marks: Mark[] = [];
  const valueOf = (name: string) =>
    Object.entries(attributes).find(([key]) => key === name || key.startsWith(`${name}--`))?.[1];
  for (const type of ["bold", "italic", "code"] as const) if (valueOf(type)) marks.push({ type });
  const link = valueOf("link");
  if (link && typeof link === "object" && "href" in link && typeof link.href === "string")
    marks.push({ type: "link", href: link.href });
  return marks;
}
