import type { BoardState, ControlState, Language } from "@secondstory/shared";
/** Stands in until the report lands. */
export const boardMarkdown = ({
  control,
}: {
  board: BoardState;
  control: ControlState;
  language: Language;
}): string => `# ${control.title}\n`;
