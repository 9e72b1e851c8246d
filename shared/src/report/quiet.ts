// What must not ping or link by itself: names and numbers that GitHub and GitLab look up.
import type { PhrasingContent, Text } from "mdast";

/**
 * `@name`, `#12`, `team/shop#12`: GitHub looks for them after Markdown is done, so that a backslash does not help
 * (github/cmark-gfm#181); in code it leaves them alone, and so does GitLab. The same goes for addresses in other schemes
 * than http, https and mailto that GitHub makes links of. Each pattern can start at few places or has an end (64 and 320
 * are the longest parts of a mail address), which keeps long words cheap.
 */
const reference = new RegExp(
  [
    "(?:[\\w.+-]{0,64}xmpp|[\\w.+-]{1,64}mailto):[^\\s`|]{0,320}@[^\\s`|]*",
    "(?<![A-Za-z0-9_])@[A-Za-z0-9_\\u00c0-\\u{10ffff}]+(?:[-./][A-Za-z0-9_]+)*",
    "(?<![\\w./-])[\\w./-]*#\\d+(?!\\w)",
    "#\\d+(?!\\w)",
  ].join("|"),
  "giu",
);

/** Cuts text into words and what must stay quiet, which becomes code. */
export function quieten(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: value, index } of text.matchAll(reference)) {
    nodes.push(textOf(text.slice(end, index)), { type: "inlineCode", value });
    end = index + value.length;
  }
  return [...nodes, textOf(text.slice(end))];
}

const textOf = (value: string): Text => ({ type: "text", value });
