// Inline content on its way into the report: cleaned, with blanks only where they count, and nothing that pings or renders
// as HTML. Every block of the report is built from this.
import type { InlineCode, PhrasingContent } from "mdast";
import { settleMarks } from "./attention.ts";
import { linkBareUrls } from "./links.ts";
import { quieten } from "./quiet.ts";
import { oneLine } from "./safe-text.ts";

/** Where the content will stand. */
export interface Setting {
  /** Hard breaks become blanks. */
  readonly oneLine?: boolean;
  /** In a table, where code cannot hold a backslash before a pipe. */
  readonly cell?: boolean;
}

/** Cleans inline content for one block: text made safe, equal neighbours joined, no blanks at the ends. */
export const tidyPhrasing = (
  nodes: readonly PhrasingContent[],
  setting: Setting,
): PhrasingContent[] =>
  joinWithin(settleMarks(trim(tidy(nodes, { ...setting, link: false }))), setting);

interface Within extends Setting {
  readonly link: boolean;
}

const tidy = (nodes: readonly PhrasingContent[], within: Within): PhrasingContent[] =>
  joinCode(
    nodes.flatMap((node) => tidyNode(node, within)),
    within,
  );

/** Joins neighbours, also those within bold and italics that became neighbours when a mark between them was given up. */
const joinWithin = (nodes: readonly PhrasingContent[], setting: Setting): PhrasingContent[] =>
  joinCode(
    nodes.map((node) =>
      node.type === "strong" || node.type === "emphasis"
        ? { ...node, children: joinWithin(node.children, setting) }
        : node,
    ),
    setting,
  );

const joinCode = (nodes: readonly PhrasingContent[], setting: Setting): PhrasingContent[] =>
  join(
    join(nodes).flatMap((node) => (node.type === "inlineCode" ? tidyCode(node, setting) : node)),
  );

function tidyNode(node: PhrasingContent, within: Within): PhrasingContent[] {
  switch (node.type) {
    case "text": {
      const value = oneLine(node.value);
      if (within.link) return [text(value)];
      return linkBareUrls(value).flatMap((each) =>
        each.type === "text" ? quieten(each.value) : [each],
      );
    }
    case "inlineCode":
      return [{ type: "inlineCode", value: oneLine(node.value) }];
    case "strong":
    case "emphasis": {
      const { before, inside, after } = peel(tidy(node.children, within));
      return [...before, ...(inside.length > 0 ? [{ ...node, children: inside }] : []), ...after];
    }
    case "link": {
      const children = trim(tidy(node.children, { ...within, link: true }));
      const shown = children.length > 0 ? children : [text(node.url)];
      return [{ ...node, children: shown.filter((child) => child.type !== "link") }];
    }
    case "break":
      return within.oneLine ? [text(" ")] : [node];
    default:
      // HTML, images and whatever a later section may bring keep their words and lose their form.
      if ("value" in node) return tidyNode(text(node.value), within);
      return "children" in node ? tidy(node.children, within) : [];
  }
}

/**
 * In a table a pipe ends the cell unless a backslash stands before it, and in code the backslash shows: code with both in a
 * row becomes text. So does code of blanks.
 */
const tidyCode = (code: InlineCode, { cell }: Setting): PhrasingContent[] =>
  code.value.trim() === "" || (cell && code.value.includes("\\|")) ? quieten(code.value) : [code];

const text = (value: string): PhrasingContent => ({ type: "text", value });

/** Joins neighbours that would run into each other (`**a****b**`, two code spans), and drops what is empty. */
function join(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === "text" && node.value === "") continue;
    const last = joined.at(-1);
    const both = last && joinTwo(last, node);
    if (both) joined[joined.length - 1] = both;
    else joined.push(node);
  }
  return joined;
}

function joinTwo(a: PhrasingContent, b: PhrasingContent): PhrasingContent | undefined {
  if (a.type === "text" && b.type === "text")
    return {
      type: "text",
      value: a.value + (a.value.endsWith(" ") ? b.value.replace(/^ /, "") : b.value),
    };
  if (a.type === "inlineCode" && b.type === "inlineCode")
    return { type: "inlineCode", value: a.value + b.value };
  if ((a.type === "strong" || a.type === "emphasis") && a.type === b.type)
    return { ...a, children: join([...a.children, ...b.children]) };
  return undefined;
}

/** Blanks and breaks at either end, outside: `**a **` is no bold in Markdown. */
function peel(nodes: readonly PhrasingContent[]) {
  const inside = trim(nodes);
  const after = inside.length > 0 ? looseness(nodes.at(-1), / $/) : [];
  return { before: looseness(nodes[0], /^ /), inside, after };
}

const looseness = (node: PhrasingContent | undefined, edge: RegExp): PhrasingContent[] => {
  if (node?.type === "break") return [node];
  return node?.type === "text" && edge.test(node.value) ? [text(" ")] : [];
};

/** No blanks at the ends and around breaks, and no break at an end or after another. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    const last = trimmed.at(-1);
    const startsLine = !last || last.type === "break";
    if (node.type === "break") {
      if (!startsLine) trimmed.push(node);
      return;
    }
    if (node.type !== "text") {
      trimmed.push(node);
      return;
    }
    const next = nodes[index + 1];
    let { value } = node;
    if (startsLine) value = value.trimStart();
    if (!next || next.type === "break") value = value.trimEnd();
    if (value !== "") trimmed.push({ type: "text", value });
  });
  while (trimmed.at(-1)?.type === "break") trimmed.pop();
  return trimmed;
}
