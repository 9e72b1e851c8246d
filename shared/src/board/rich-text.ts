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
  return blocksOf(fragment.toArray(), everything);
}

/** Reads a part of a fragment: only what `part` says of its texts and breaks. Blocks in which nothing is left stay, empty. */
export const readPartOf = (fragment: Y.XmlFragment, part: TextPart): RichText =>
  blocksOf(fragment.toArray(), part);

/** What is read of the texts and breaks below a fragment. */
export interface TextPart {
  readonly stretchesOf: (text: Y.XmlText) => readonly TextStretch[];
  readonly hasBreak: (element: Y.XmlElement) => boolean;
}

/** A stretch of one text, as Yjs gives it. */
export interface TextStretch {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const everything: TextPart = {
  stretchesOf: (text) => text.toDelta() as readonly TextStretch[],
  hasBreak: () => true,
};

/**
 * Fills an empty fragment: a paragraph a line. Only for a fragment that this same transaction has made, because two
 * people who fill one fragment would both be heard.
 */
export function writePlainText(fragment: Y.XmlFragment, text: string): void {
  fragment.insert(0, text.split(/\r\n|\r|\n/).map(paragraphOf));
}

function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}

/**
 * Fills an empty fragment with a text in its form, marks and lists included. Only for a fragment that this same transaction
 * has made, because two people who fill one fragment would both be heard.
 */
export function writeRichText(fragment: Y.XmlFragment, text: RichText): void {
  fragment.insert(0, text.length === 0 ? [paragraphOf("")] : text.map(elementOf));
}

function elementOf(block: Block | ListItem): Y.XmlElement {
  const element = new Y.XmlElement(block.type);
  const children =
    block.type === "paragraph" ? nodesOf(block.content) : block.content.map(elementOf);
  element.insert(0, children);
  return element;
}

/** What stands in a line, neighbouring stretches in one text. */
function nodesOf(inlines: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let stretches: TextStretch[] = [];
  const closeText = () => {
    if (stretches.length > 0) {
      const text = new Y.XmlText();
      text.applyDelta(stretches);
      nodes.push(text);
    }
    stretches = [];
  };
  for (const inline of inlines) {
    if (inline.type === "text") {
      stretches.push({ insert: inline.text, attributes: attributesOf(inline.marks) });
      continue;
    }
    closeText();
    nodes.push(new Y.XmlElement(inline.type));
  }
  closeText();
  return nodes;
}

/** Marks as the editor keeps them: by name, each with its attributes. */
const attributesOf = (marks: readonly Mark[]): Record<string, unknown> =>
  Object.fromEntries(
    marks.map((mark) => [mark.type, mark.type === "link" ? { href: mark.href } : {}]),
  );

/** How deep lists and quotes may lie in each other. What lies deeper gives up its form, so that no text exhausts the stack. */
const maxDepth = 50;

/** Blocks as they come; loose text between them becomes a paragraph. */
function blocksOf(nodes: readonly unknown[], part: TextPart, depth = 0): Block[] {
  if (depth > maxDepth) return flatBlocksOf(nodes, part);
  const blocks: Block[] = [];
  let loose: Inline[] = [];
  const closeLoose = () => {
    if (loose.length > 0) blocks.push({ type: "paragraph", content: loose });
    loose = [];
  };
  for (const node of nodes) {
    const inline = inlinesOf(node, part);
    if (inline) {
      for (const one of inline) loose.push(one);
      continue;
    }
    closeLoose();
    if (node instanceof Y.XmlFragment)
      for (const block of blockOf(node, part, depth + 1)) blocks.push(block);
  }
  closeLoose();
  return blocks;
}

function blockOf(element: Y.XmlFragment, part: TextPart, depth: number): Block[] {
  const children = element.toArray();
  const name = element instanceof Y.XmlElement ? element.nodeName : undefined;
  switch (name) {
    case "blockquote":
      return [{ type: name, content: blocksOf(children, part, depth) }];
    case "bulletList":
    case "orderedList":
      return [{ type: name, content: children.map((child) => itemOf(child, part, depth)) }];
    default: {
      const blocks = blocksOf(children, part, depth);
      return blocks.length === 0 ? [{ type: "paragraph", content: [] }] : blocks;
    }
  }
}

function itemOf(node: unknown, part: TextPart, depth: number): ListItem {
  const isItem = node instanceof Y.XmlElement && node.nodeName === "listItem";
  return { type: "listItem", content: blocksOf(isItem ? node.toArray() : [node], part, depth) };
}

/** Every run of text below these nodes, each a paragraph. */
function flatBlocksOf(nodes: readonly unknown[], part: TextPart): Block[] {
  const blocks: Block[] = [];
  const waiting = nodes.toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop();
    const content = inlinesOf(node, part);
    if (content) blocks.push({ type: "paragraph", content });
    else if (node instanceof Y.XmlFragment)
      for (const child of node.toArray().toReversed()) waiting.push(child);
  }
  return blocks;
}

/** What stands in a line: text and breaks; undefined for a block. */
function inlinesOf(node: unknown, part: TextPart): Inline[] | undefined {
  if (node instanceof Y.XmlText) return textOf(part.stretchesOf(node));
  if (node instanceof Y.XmlElement && node.nodeName === "hardBreak")
    return part.hasBreak(node) ? [{ type: "hardBreak" }] : [];
  return undefined;
}

function textOf(stretches: readonly TextStretch[]): Inline[] {
  const inlines: Inline[] = [];
  for (const { insert, attributes } of stretches) {
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
