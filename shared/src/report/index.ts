// The door of the report: the board as a Markdown post-mortem.
export { boardMarkdown, type ReportInput, type ReportOptions } from "./markdown.ts";
export { utc, type Zone } from "./time.ts";
