// The board as a Markdown post-mortem. Pure and deterministic: the same documents, options and version give the same bytes, on
// the server and in a browser without network.
import type { BlockContent, RootContent } from "mdast";
import type { SharedTextId } from "../board/board.ts";
import { groupName } from "../board/groups.ts";
import type { BoardState } from "../board/projection.ts";
import type { ControlState } from "../control/control.ts";
import type { CardId } from "../ids.ts";
import { compareText } from "../order.ts";
import { lessonSections, reportLineOf, type SectionId } from "../sections/index.ts";
import type { ReportLine, Say } from "../sections/section.ts";
import { word, type Language } from "../words/index.ts";
import { createAppendix, type Appendix } from "./appendix.ts";
import { frontMatter } from "./front-matter.ts";
import { dash, heading, lineList, paragraphs, strong, table, text } from "./nodes.ts";
import { createQuestionList } from "./question-list.ts";
import { eventRemarkLines, remarkLines } from "./remark-lines.ts";
import { blocksOf, lineOf } from "./rich-text.ts";
import { isBlank } from "./safe-text.ts";
import { serialise } from "./serialise.ts";
import { summaryRows } from "./summary-table.ts";
import { utc, type Zone } from "./time.ts";
import { timelineRows } from "./timeline-table.ts";

/** What a report may hold beside the usual; everything is off by default. */
export interface ReportOptions {
  /** Keeps sections in which nothing stands, with a dash. Actions are always there. */
  readonly keepEmpty?: boolean;
  /** Starts with YAML front matter that holds the cards' ids. */
  readonly frontMatter?: boolean;
  /** Adds who took part, and whose check-in and check-out it is. */
  readonly names?: boolean;
  readonly checkIn?: boolean;
  readonly checkOut?: boolean;
  /** Adds the ideas that are still parked. */
  readonly parking?: boolean;
  /** The clock to print times by; UTC without it. */
  readonly zone?: Zone;
}

export interface ReportInput {
  readonly board: BoardState;
  readonly control: Pick<ControlState, "title" | "roster">;
  /** The language of headings and labels; what people wrote stays as it is. */
  readonly language: Language;
  readonly options?: ReportOptions;
}

/** Writes a board as a Markdown post-mortem: CommonMark with tables and task lists, LF, one newline at the end. */
export function boardMarkdown({ board, control, language, options = {} }: ReportInput): string {
  const say: Say = (key) => word(language, key);
  const zone = options.zone ?? utc;
  const title = isBlank(control.title) ? say("board.untitled") : control.title;
  const people = options.names ? namesOf(control) : [];
  const facts = summaryRows(board, people, zone, say);
  const page = createPage({ board, control, options, zone, say });
  const children: RootContent[] = [
    heading(1, title),
    ...(facts.length > 0 ? [table([["", ""], ...facts])] : []),
    ...page.blocks(),
  ];
  const markdown = serialise({ type: "root", children });
  if (!options.frontMatter) return markdown;
  return frontMatter(title, dayOf(facts, say), board, page.printed) + markdown;
}

interface Context {
  readonly board: BoardState;
  readonly control: ReportInput["control"];
  readonly options: ReportOptions;
  readonly zone: Zone;
  readonly say: Say;
}

/** Everything under the title, in the order of the report. Evidence is numbered as it comes, so the order of calls counts. */
function createPage(context: Context) {
  const { board, options, zone, say } = context;
  const appendix = createAppendix(say);
  const questions = createQuestionList(board, appendix, zone, say);
  const printed: SectionId[] = [];
  const cards = (section: SectionId): BlockContent[] => {
    printed.push(section);
    const lines = linesOf(context, section, appendix);
    return lines.length > 0 ? [lineList(lines)] : [];
  };
  const texts = (id: SharedTextId): BlockContent[] => blocksOf(board.texts[id]);
  const under = (
    depth: 2 | 3,
    title: string,
    content: readonly RootContent[],
  ): readonly RootContent[] => {
    if (content.length > 0) return [heading(depth, title), ...content];
    return options.keepEmpty ? [heading(depth, title), ...paragraphs([text(dash)])] : [];
  };
  const said = (): readonly RootContent[] => {
    const lines = eventRemarkLines(board, appendix, zone);
    return lines.length > 0 ? [heading(3, say("sections.remarks.title")), lineList(lines)] : [];
  };
  const timeline = (): BlockContent[] => {
    printed.push("timeline", "remarks");
    const rows = timelineRows(board, appendix, questions, zone, say);
    return rows.length > 1 ? [table(rows)] : [];
  };
  const actions = (): BlockContent[] => {
    const list = cards("actions");
    return list.length > 0 ? list : paragraphs([text(say("report.noActions"))]);
  };
  const openQuestions = (): readonly BlockContent[] => {
    printed.push("questions", "answers");
    return questions.open();
  };
  const optional = (isOn: boolean | undefined, title: string, section: SectionId) =>
    isOn ? under(2, title, cards(section)) : [];

  const blocks = (): RootContent[] => [
    ...optional(options.checkIn, say("phases.check-in.title"), "check-in"),
    ...under(2, say("texts.summary.title"), texts("summary")),
    ...under(2, say("report.impact"), [
      ...texts("impactUsers"),
      ...under(3, say("texts.impactPeople.title"), texts("impactPeople")),
    ]),
    ...under(2, say("texts.detection.title"), texts("detection")),
    ...under(2, say("texts.resolution.title"), texts("resolution")),
    ...under(2, say("report.timeline"), [...timeline(), ...said()]),
    ...under(2, say("sections.factors.title"), [
      ...cards("factors"),
      ...under(3, say("sections.safeguards.question"), cards("safeguards")),
    ]),
    ...under(
      2,
      say("report.lessons"),
      lessonSections.flatMap((id) => under(3, say(`sections.${id}.title`), cards(id))),
    ),
    ...under(2, say("sections.actions.title"), actions()),
    ...under(2, say("sections.declined.title"), cards("declined")),
    ...optional(options.parking, say("sections.parking.title"), "parking"),
    ...optional(options.checkOut, say("phases.check-out.title"), "check-out"),
    ...under(2, say("report.openQuestions"), openQuestions()),
    ...under(2, say("report.evidence"), [...questions.answered(), ...appendix.blocks()]),
  ];
  return { blocks, printed };
}

/** The cards of a section as lines; those of a group with a name stand below it. */
function linesOf(context: Context, section: SectionId, appendix: Appendix): ReportLine[] {
  const { board } = context;
  const lesson = lessonSections.find((id) => id === section);
  if (!lesson) return linesOfCards(context, section, board.order[section], appendix);
  return board.topics[lesson].flatMap((topic) => {
    const lines = linesOfCards(context, section, topic.cards, appendix);
    const name = groupName(board, topic);
    return isBlank(name)
      ? lines
      : [{ content: [strong(name)], below: [...lines, ...remarkLines(board, topic.id, appendix)] }];
  });
}

/** Cards as their section words them. */
function linesOfCards(
  { board, control, options, say }: Context,
  section: SectionId,
  ids: readonly CardId[],
  appendix: Appendix,
): ReportLine[] {
  return ids.flatMap((id) => {
    const card = board.cards[id];
    if (!card) return [];
    const links = appendix.refer(card);
    const words = isBlank(card.plain) ? [text(dash)] : lineOf(card.text);
    const below = remarkLines(board, id, appendix);
    const bare = reportLineOf(section, { text: words, links, fields: card.fields }, say);
    const line = below.length > 0 ? { ...bare, below } : bare;
    const name = options.names && card.by ? control.roster[card.by]?.name : undefined;
    return [name ? { ...line, content: [strong(name), text(": "), ...line.content] } : line];
  });
}

/** Everyone who took part, in the order of joining. */
const namesOf = ({ roster }: ReportInput["control"]): string[] =>
  Object.values(roster)
    .filter(({ role }) => role !== "observer")
    .toSorted((a, b) => a.joinOrder - b.joinOrder || compareText(a.id, b.id))
    .map(({ name }) => name);

const dayOf = (facts: readonly (readonly [string, string])[], say: Say): string | undefined =>
  facts.find(([label]) => label === say("report.date"))?.[1];
