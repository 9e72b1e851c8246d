// Text as people typed it, as Markdown blocks or in one line.
import type { BlockContent, PhrasingContent } from "mdast";
import type { Block, Inline, Mark, RichText } from "../board/rich-text.ts";
import { linkTo, wordsOf } from "./links.ts";
import { blockList, paragraphs, text } from "./nodes.ts";
import { isBlank } from "./safe-text.ts";

/** The blocks of a text; empty ones are left out, and empty lists and quotes too. */
export const blocksOf = (rich: RichText): BlockContent[] => rich.flatMap(blockOf);

/** The whole text in one line, for a cell or a list item: paragraphs, items and breaks are parted by a blank. */
export const lineOf = (rich: RichText): PhrasingContent[] =>
  linesOf(rich).flatMap((line, index) => (index === 0 ? line : [text(" "), ...line]));

function blockOf(block: Block): BlockContent[] {
  if (block.type === "paragraph") return paragraphs(phrasing(block.content));
  if (block.type === "blockquote") {
    const children = blocksOf(block.content);
    return children.length > 0 ? [{ type: "blockquote", children }] : [];
  }
  const items = block.content.map((item) => blocksOf(item.content));
  return blockList(block.type === "orderedList", items);
}

const linesOf = (rich: RichText): PhrasingContent[][] =>
  rich.flatMap((block) => {
    if (block.type === "paragraph") return [phrasing(block.content)];
    return block.type === "blockquote"
      ? linesOf(block.content)
      : block.content.flatMap((item) => linesOf(item.content));
  });

/** Marks from the outside in. Code is the innermost: nothing can stand in it. */
const nesting = ["link", "bold", "italic"] as const;

/** Nests marks: neighbours that share the outermost one stand in one node, and so on inwards. */
function phrasing(inlines: readonly Inline[], depth = 0): PhrasingContent[] {
  const type = nesting[depth];
  if (!type) return inlines.map(leafOf);
  const nodes: PhrasingContent[] = [];
  for (const { mark, run } of runsOf(inlines, type)) {
    const children = phrasing(run, depth + 1);
    if (!mark || (mark.type === "link" && isBlank(wordsOf(children)))) nodes.push(...children);
    else if (mark.type === "link") nodes.push(...linkTo(mark.href, children));
    else nodes.push({ type: mark.type === "bold" ? "strong" : "emphasis", children });
  }
  return nodes;
}

function leafOf(inline: Inline): PhrasingContent {
  if (inline.type === "hardBreak") return { type: "break" };
  const isCode = inline.marks.some((mark) => mark.type === "code");
  return { type: isCode ? "inlineCode" : "text", value: inline.text };
}

interface Run {
  readonly mark: Mark | undefined;
  readonly run: Inline[];
}

function runsOf(inlines: readonly Inline[], type: Mark["type"]): Run[] {
  const runs: Run[] = [];
  for (const inline of inlines) {
    const mark =
      inline.type === "text" ? inline.marks.find((each) => each.type === type) : undefined;
    const last = runs.at(-1);
    if (last && isSame(last.mark, mark)) last.run.push(inline);
    else runs.push({ mark, run: [inline] });
  }
  return runs;
}

/** Whether two marks are one: links are if they lead to one address, whatever blanks stand around it. */
const isSame = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a?.type === b?.type &&
  (a?.type !== "link" || (b?.type === "link" && a.href.trim() === b.href.trim()));
