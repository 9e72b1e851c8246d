// Text that people wrote, as it stands when nobody edits it: plain React elements made from the model's data, never HTML.
import { createElement, Fragment, type ReactNode } from "react";
import {
  isSafeUrl,
  type Block,
  type Inline,
  type Language,
  type ListItem,
  type Mark,
  type RichText,
} from "@secondstory/shared";
import { cx } from "../ui/cx.ts";
import "./rich-text.css";

interface StaticTextProps {
  readonly text: RichText;
  readonly className?: string | undefined;
  /** The language it is written in, for hyphens and screen readers. */
  readonly lang?: Language | undefined;
}

/** Shows a text. Addresses that are not http, https or mailto stay words. */
export function StaticText({ text, className, lang }: StaticTextProps) {
  return (
    <div className={cx("rich-text", className)} lang={lang}>
      {blocks(text)}
    </div>
  );
}

const blocks = (text: readonly (Block | ListItem)[]): ReactNode[] =>
  text.map((block, index) => <Fragment key={index}>{blockOf(block)}</Fragment>);

const containers = {
  blockquote: "blockquote",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
} as const;

function blockOf(block: Block | ListItem): ReactNode {
  if (block.type === "paragraph")
    return <p>{block.content.length === 0 ? <br /> : inlines(block.content)}</p>;
  return createElement(containers[block.type], null, ...blocks(block.content));
}

const inlines = (content: readonly Inline[]): ReactNode[] =>
  content.map((inline, index) => (
    <Fragment key={index}>{inline.type === "hardBreak" ? <br /> : marked(inline)}</Fragment>
  ));

const marked = ({ text, marks }: Extract<Inline, { readonly type: "text" }>): ReactNode =>
  marks.reduceRight<ReactNode>((inner, mark) => wrap(inner, mark, text), text);

const elements = { bold: "strong", italic: "em", code: "code" } as const;

function wrap(inner: ReactNode, mark: Mark, text: string): ReactNode {
  if (mark.type !== "link") return createElement(elements[mark.type], null, inner);
  if (!isSafeUrl(mark.href)) return inner;
  const host = hostOf(mark.href);
  return (
    <>
      <a href={mark.href} target="_blank" rel="noreferrer noopener">
        {inner}
      </a>
      {host && !text.includes(host) && <span className="link-host"> ({host})</span>}
    </>
  );
}

/** Where a link leads, to stand beside words that do not say it. */
function hostOf(href: string): string | undefined {
  const url = URL.parse(href);
  if (!url) return undefined;
  return url.protocol === "mailto:" ? url.pathname : url.host;
}
