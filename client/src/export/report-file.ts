// The board as Markdown, written from this browser's own copy: it works without a connection too, and gives the bytes that
// the server gives.
import { reportFileName, type Language } from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { copyText } from "../ui/copy-text.ts";
import { saveFile } from "../ui/save-file.ts";

type Report = typeof import("@secondstory/shared/report");
/** What a report is written from. */
export type ReportSource = Pick<Session, "boardView" | "controlView">;

let loading: Promise<Report> | undefined;

/** Fetches what writes the report, once; after a failure the next call tries again. */
function loadReport(): Promise<Report> {
  loading ??= import("@secondstory/shared/report").catch((failure: unknown) => {
    loading = undefined;
    throw failure;
  });
  return loading;
}

/** Fetches it as soon as the page is idle, so that it is at hand when the connection is gone. */
export function prefetchReport(): void {
  const fetchIt = () => void loadReport().catch(() => {}); // asked for again when it is needed
  // Safari has no idle callback.
  if ("requestIdleCallback" in window) requestIdleCallback(fetchIt, { timeout: 10_000 });
  else setTimeout(fetchIt, 2_000);
}

/** Writes the report. Throws if what writes it cannot be fetched. */
export async function markdownOf(source: ReportSource, language: Language): Promise<string> {
  const { boardMarkdown } = await loadReport();
  const { boardView, controlView } = source;
  return boardMarkdown({ board: boardView.getState(), control: controlView.getState(), language });
}

/** Copies the report. Answers the text if the browser refuses, to be copied by hand. */
export async function copyMarkdown(
  source: ReportSource,
  language: Language,
): Promise<string | undefined> {
  const markdown = await markdownOf(source, language);
  return (await copyText(markdown)) ? undefined : markdown;
}

/** Saves the report as a file. */
export async function downloadMarkdown(source: ReportSource, language: Language): Promise<void> {
  const markdown = await markdownOf(source, language);
  const name = reportFileName(source.controlView.getState().title, "md");
  saveFile(name, markdown, "text/markdown;charset=utf-8");
}
