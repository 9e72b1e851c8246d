// The board as Markdown, from this browser's own copy: also without a connection, and with the bytes that the server gives.
import type { Language } from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";

/** Writes the report. What writes it is loaded when it is first asked for. */
export async function markdownOf(
  { boardView, controlView }: Pick<Session, "boardView" | "controlView">,
  language: Language,
): Promise<string> {
  const { boardMarkdown } = await import("@secondstory/shared/report");
  return boardMarkdown({ board: boardView.getState(), control: controlView.getState(), language });
}

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A name for the file: the title's letters and digits, or "post-mortem". */
export function fileNameOf(title: string): string {
  const name = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80)
    .toLowerCase();
  return `${name || "post-mortem"}.md`;
}
