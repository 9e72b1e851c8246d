import { expect, test } from "vitest";
import { linkBareUrls, linkTo } from "./links.ts";

const text = (value: string) => ({ type: "text" as const, value });

test.each([
  ["https://a.b/c?d=e&f=g", "https://a.b/c?d=e&f=g"],
  [" HTTPS://a.b/c ", "HTTPS://a.b/c"],
  ["mailto:a@b.de", "mailto:a@b.de"],
  ["https://a.b/|`<>\\\u202e", "https://a.b/%7C%60%3C%3E%5C%E2%80%AE"],
  ["https://a.b/\ud800", "https://a.b/\ufffd"],
  ["https://a.b/?x&lt;&#35;", "https://a.b/?x&lt%3B&#35%3B"],
])("%s is a link", (url, href) => {
  expect(linkTo(url, [text("x")])).toEqual([{ type: "link", url: href, children: [text("x")] }]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc", "//a.b", "https:a.b", "a b"])(
  "%s is text behind the words",
  (url) => {
    expect(linkTo(url, [text("x")])).toEqual([text("x"), text(` (${url})`)]);
    expect(linkTo(url, [text(url)])).toEqual([text(url)]);
  },
);

test("punctuation after an address is the sentence's own", () => {
  expect(words("https://a.b/c. (http://d.e), x")).toEqual([
    text(""),
    "<https://a.b/c>",
    text(". ("),
    "<http://d.e>",
    text("), x"),
  ]);
  expect(words("https:// and http://.")).toEqual([text("https:// and http://.")]);
});

const words = (typed: string) =>
  linkBareUrls(typed).map((node) => (node.type === "link" ? `<${node.url}>` : node));
