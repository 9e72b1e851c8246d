import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import { plainText, readRichText, writePlainText, type RichText } from "./rich-text.ts";

test("a paragraph a line, whatever ends the lines", () => {
  const fragment = newFragment();
  writePlainText(fragment, "one\r\ntwo\rthree\n\nfive");
  expect(plainText(readRichText(fragment))).toBe("one\ntwo\nthree\n\nfive");
  expect(fragment.length).toBe(5);
});

test("an empty text is one blank paragraph", () => {
  const fragment = newFragment();
  writePlainText(fragment, "");
  expect(readRichText(fragment)).toEqual([{ type: "paragraph", content: [] }]);
});

test("marks are read in one order, with the editor's hashes left off", () => {
  const link = { href: "https://example.org", target: "_blank" };
  expect(
    read(paragraph(["set", { "link--aB3/+x=1": link, italic: {}, bold: {} }], [" plain", {}])),
  ).toEqual([
    {
      type: "paragraph",
      content: [
        {
          type: "text",
          text: "set",
          marks: [
            { type: "bold" },
            { type: "italic" },
            { type: "link", href: "https://example.org" },
          ],
        },
        { type: "text", text: " plain", marks: [] },
      ],
    },
  ]);
});

test("lists, quotes and breaks keep their form", () => {
  const list = element(
    "bulletList",
    element(
      "listItem",
      paragraph(["a", {}]),
      element("orderedList", element("listItem", paragraph(["b", {}]))),
    ),
  );
  const broken = element("paragraph", new Y.XmlText("c"), element("hardBreak"), new Y.XmlText("d"));
  const text = read(list, element("blockquote", broken));
  expect(text.map(({ type }) => type)).toEqual(["bulletList", "blockquote"]);
  expect(plainText(text)).toBe("a\nb\nc\nd");
});

describe("[R6] what this version does not know gives up its form, never its words", () => {
  test("a mark", () => {
    expect(read(paragraph(["a", { comment: { id: 1 } }], ["b", {}]))).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "ab", marks: [] }] },
    ]);
  });

  test("a block, in a list too", () => {
    const text = read(
      element("heading", new Y.XmlText("a")),
      element("taskList", element("taskItem", paragraph(["b", {}]))),
      element("bulletList", paragraph(["c", {}])),
    );
    expect(plainText(text)).toBe("a\nb\nc");
  });

  test("something in a line", () => {
    expect(
      plainText(
        read(element("paragraph", new Y.XmlText("a"), element("mention", new Y.XmlText("b")))),
      ),
    ).toBe("a\nb");
  });

  test("text outside of any paragraph", () => {
    expect(plainText(read(new Y.XmlText("a"), paragraph(["b", {}])))).toBe("a\nb");
  });

  test("a link that leads nowhere", () => {
    expect(read(paragraph(["a", { link: { href: 1 } }]))).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "a", marks: [] }] },
    ]);
  });
});

const newFragment = (): Y.XmlFragment => new Y.Doc().getXmlFragment("text");

function read(...nodes: readonly (Y.XmlElement | Y.XmlText)[]): RichText {
  const fragment = newFragment();
  fragment.insert(0, [...nodes]);
  return readRichText(fragment);
}

function element(name: string, ...children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [...children]);
  return made;
}

function paragraph(...parts: readonly (readonly [text: string, marks: object])[]): Y.XmlElement {
  const text = new Y.XmlText();
  text.applyDelta(parts.map(([insert, attributes]) => ({ insert, attributes })));
  return element("paragraph", text);
}
