// Words that were typed before the editor was there.
import * as Y from "yjs";
import { localEdit } from "@secondstory/shared";

/** Puts words at the end of a text, in its last paragraph; each further line becomes a paragraph. */
export function appendText(fragment: Y.XmlFragment, words: string): void {
  const [first = "", ...others] = words.split("\n");
  const append = () => {
    const last = fragment.toArray().at(-1);
    const inner = last instanceof Y.XmlElement ? last.toArray().at(-1) : undefined;
    if (inner instanceof Y.XmlText) inner.insert(inner.length, first);
    else if (last instanceof Y.XmlElement && last.nodeName === "paragraph")
      last.insert(last.length, [new Y.XmlText(first)]);
    else fragment.insert(fragment.length, [paragraphOf(first)]);
    fragment.insert(fragment.length, others.map(paragraphOf));
  };
  if (fragment.doc) fragment.doc.transact(append, localEdit);
  else append();
}

function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}
