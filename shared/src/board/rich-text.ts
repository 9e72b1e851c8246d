// Text as people type it: in the document a Y.XmlFragment that the editor binds to, everywhere else the plain data below.
// The shape is the editor's own (ProseMirror JSON), cut down to what a board offers.
import * as Y from "yjs";

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

/** The words alone: a line a paragraph, two blanks before list items do not exist, marks are dropped. */
export function plainText(text: RichText): string {
  return linesOf(text).join("\n");
}

/**
 * Fills an empty fragment: a paragraph a line. Only for a fragment that this same transaction has made, because two
 * people who fill one fragment would both be heard.
 */
export function writePlainText(fragment: Y.XmlFragment, text: string): void {
  fragment.insert(0, text.split(/\r\n|\r|\n/).map(paragraphOf));
}

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;

function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}

/** Blocks as they come; loose text between them becomes a paragraph. */
function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let loose: Inline[] = [];
  const closeLoose = () => {
    if (loose.length > 0) blocks.push({ type: "paragraph", content: loose });
    loose = [];
  };
  for (const node of nodes) {
    const inline = inlinesOf(node);
    if (inline) {
      loose.push(...inline);
      continue;
    }
    closeLoose();
    if (node instanceof Y.XmlElement) blocks.push(...blockOf(node));
  }
  closeLoose();
  return blocks;
}

function blockOf(element: Y.XmlElement): Block[] {
  const children = element.toArray() as Node[];
  switch (element.nodeName) {
    case "blockquote":
      return [{ type: "blockquote", content: blocksOf(children) }];
    case "bulletList":
    case "orderedList":
      return [{ type: element.nodeName, content: children.map(itemOf) }];
    default: {
      const blocks = blocksOf(children);
      return blocks.length === 0 ? [{ type: "paragraph", content: [] }] : blocks;
    }
  }
}

function itemOf(node: Node): ListItem {
  const isItem = node instanceof Y.XmlElement && node.nodeName === "listItem";
  return { type: "listItem", content: blocksOf(isItem ? (node.toArray() as Node[]) : [node]) };
}

/** What stands in a line: text and breaks; undefined for a block. */
function inlinesOf(node: Node): Inline[] | undefined {
  if (node instanceof Y.XmlText) return textOf(node);
  if (node instanceof Y.XmlElement && node.nodeName === "hardBreak") return [{ type: "hardBreak" }];
  return undefined;
}

function textOf(text: Y.XmlText): Inline[] {
  const inlines: Inline[] = [];
  for (const { insert, attributes } of text.toDelta() as readonly DeltaPart[]) {
    if (typeof insert !== "string" || insert === "") continue;
    inlines.push({ type: "text", text: insert, marks: marksOf(attributes ?? {}) });
  }
  return inlines;
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

function linesOf(blocks: RichText | readonly ListItem[]): string[] {
  return blocks.flatMap((block) =>
    block.type === "paragraph" ? [lineOf(block.content)] : linesOf(block.content),
  );
}

const lineOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === "text" ? inline.text : "\n")).join("");
