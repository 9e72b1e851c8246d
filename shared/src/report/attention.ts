// Bold and italics that every parser reads alike. Since version 0.31 CommonMark takes symbols (␛, €) for punctuation beside
// `**`; GitHub's parser follows 0.29 and does not, and they differ on invisible controls too. Where that decides whether there
// is bold at all, form is given up and words stay.
import type { PhrasingContent } from "mdast";

/** Drops bold and italics whose markers an older parser would print as asterisks. */
export function settleMarks(
  nodes: readonly PhrasingContent[],
  before = " ",
  after = " ",
): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== "strong" && node.type !== "emphasis") return [node];
    const left = index === 0 ? before : edgeOf(nodes[index - 1], -1);
    const right = index === nodes.length - 1 ? after : edgeOf(nodes[index + 1], 0);
    const children = settleMarks(node.children, left, right);
    const isUnclear =
      (isSymbol(left) && isPunctuation(edgeOf(node, 0))) ||
      (isSymbol(right) && isPunctuation(edgeOf(node, -1)));
    return isUnclear ? children : [{ ...node, children }];
  });
}

const isSymbol = (character: string): boolean =>
  /^[^\0-\x7f]$/u.test(character) && /[\p{S}\p{C}]/u.test(character);

const isPunctuation = (character: string): boolean => /[\p{P}$+<=>^`|~]/u.test(character);

/** The character at one end of a node, as it will stand in the Markdown; markers of bold and italics do not count. */
function edgeOf(node: PhrasingContent | undefined, end: 0 | -1): string {
  if (!node) return " ";
  if (node.type === "strong" || node.type === "emphasis") return edgeOf(node.children.at(end), end);
  if (node.type === "text") return Array.from(node.value).at(end) ?? " ";
  return node.type === "break" ? " " : "`";
}
