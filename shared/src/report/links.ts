// Where a link of the report may lead, and how its address is written.
import type { PhrasingContent, Text } from "mdast";
import { isSafeUrl } from "../board/evidence.ts";

/**
 * A link around some text, or, for a scheme that must not be one, the text with the address behind it: never a word lost.
 *
 * Only http, https and mailto are links (`isSafeUrl`).
 */
export function linkTo(url: string, children: readonly PhrasingContent[]): PhrasingContent[] {
  const address = url.trim();
  if (isSafeUrl(address))
    return [{ type: "link", url: hrefOf(address), children: phrase(children) }];
  if (address === "" || wordsOf(children).trim() === address) return [...children];
  return [...children, { type: "text", value: ` (${address})` }];
}

/** The words of inline nodes, one after another. */
export const wordsOf = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) =>
      "value" in node ? node.value : "children" in node ? wordsOf(node.children) : " ",
    )
    .join("");

/** An address that starts here in running text; the sentence's own punctuation at its end is not part of it. */
const bareUrl = /https?:\/\/[^\s<>"`|\\]*[^\s<>"`|\\?!.,:;*_~'()[\]{}]/gi;

/** Cuts text into words and the web addresses in it, which become links, so that they work in every wiki. */
export function linkBareUrls(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(bareUrl)) {
    if (!isSafeUrl(url)) continue;
    nodes.push({ type: "text", value: text.slice(end, index) }, ...linkTo(url, [textOf(url)]));
    end = index + url.length;
  }
  return [...nodes, textOf(text.slice(end))];
}

const textOf = (value: string): Text => ({ type: "text", value });

/** Link text may hold no link. */
const phrase = (nodes: readonly PhrasingContent[]) =>
  nodes.filter((node) => node.type !== "link" && node.type !== "linkReference");

/** What breaks out of a link's brackets, hides in an address, or turns its direction. */
const unfit =
  // eslint-disable-next-line no-control-regex -- controls are what this is about
  /["<>\\^`{|}\0-\x20\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]/g;

/** An address with everything percent-encoded that could end it early. `&lt;` in it stays what it is, no character reference. */
const hrefOf = (url: string): string =>
  url
    .toWellFormed()
    .replace(unfit, encodeURIComponent)
    .replace(/&(#?\w+);/g, "&$1%3B");
