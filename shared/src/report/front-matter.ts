// Optional front matter for wikis and sites that read it: the one place of the report in which ids stand.
import type { BoardState } from "../board/projection.ts";
import type { SectionId } from "../sections/index.ts";
import { oneLine } from "./safe-text.ts";

/** YAML front matter with its fences: title and day, and per printed section the ids of its cards in printed order. */
export function frontMatter(
  title: string,
  day: string | undefined,
  board: BoardState,
  printed: readonly SectionId[],
): string {
  const lists = printed
    .filter((section) => board.order[section].length > 0)
    .map((section) => `${section}: [${board.order[section].map(quoted).join(", ")}]`);
  const lines = [`title: ${quoted(oneLine(title))}`, ...(day ? [`date: ${day}`] : []), ...lists];
  return `---\n${lines.join("\n")}\n---\n\n`;
}

/** A JSON string is a quoted string of YAML. */
const quoted = (text: string): string => JSON.stringify(text);
