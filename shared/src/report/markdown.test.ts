import { expect, test } from "vitest";
import * as Y from "yjs";
import { openBoard, type Board } from "../board/board.ts";
import { addCard, fillText, removeCard, setFact, type NewCard } from "../board/commands.ts";
import type { Evidence } from "../board/evidence.ts";
import { readBoardState } from "../board/projection.ts";
import { rankAtEnd } from "../board/rank.ts";
import type { Participant } from "../control/control.ts";
import { readCardId, readEvidenceId, readParticipantId } from "../ids.ts";
import type { FieldsOf, SectionId } from "../sections/index.ts";
import type { EventKind } from "../sections/timeline.ts";
import { chaptersOf, parseReport, readText } from "../testing/parse-report.ts";
import type { Language } from "../words/index.ts";
import { boardMarkdown, type ReportOptions } from "./markdown.ts";

const lena = readParticipantId("lena")!;
const tom = readParticipantId("tom")!;
const anna = readParticipantId("anna")!;

test("a full board reads as DOMAIN F lays it out", async () => {
  await expect(report(checkoutErrors())).toMatchFileSnapshot("golden/full.en.md.txt");
});

test("headings and labels come in German, words stay", async () => {
  await expect(report(checkoutErrors(), "de")).toMatchFileSnapshot("golden/full.de.md.txt");
});

test("with every option, a report holds check-in, check-out, parking, names, ids and another clock", async () => {
  const zone = { label: "Europe/Berlin", offsets: [{ from: 0, minutes: 60 }] };
  const options = { checkIn: true, checkOut: true, parking: true, names: true, frontMatter: true };
  await expect(report(checkoutErrors(), "en", { ...options, zone })).toMatchFileSnapshot(
    "golden/options.en.md.txt",
  );
});

test("an empty board is a title and the line on actions", () => {
  const { board } = sheet();
  expect(report(board, "en", {}, "")).toBe(
    "# Untitled post-mortem\n\n## Actions\n\nnone, because …\n",
  );
});

test("empty sections are kept with a dash if somebody wants them", async () => {
  await expect(report(sheet().board, "en", { keepEmpty: true })).toMatchFileSnapshot(
    "golden/empty.en.md.txt",
  );
});

test("check-in, check-out, parking and names stay out", () => {
  const markdown = report(checkoutErrors());
  for (const word of ["Curious", "Tired", "pool wizard", "Observer Olga", "c1", "e1"])
    expect(markdown).not.toContain(word);
});

test("several days have a row each, and events without a time come last", () => {
  const { board, event } = sheet();
  event("2026-03-12T23:59", "impact_start", "first");
  event(null, "observation", "somewhen");
  event("2026-03-13T00:01", "mitigated", "second", { approx: true });
  expect(tableUnder(report(board), "Timeline")).toEqual([
    ["Time (UTC)", "Kind", "Event", "Evidence"],
    ["2026-03-12", "", "", ""],
    ["23:59", "Impact starts", "first", "–"],
    ["2026-03-13", "", "", ""],
    ["~00:01", "Mitigated", "second", "–"],
    ["no time yet", "Observation", "somewhen", "–"],
  ]);
  expect(facts(board)).toEqual({
    Date: "2026-03-12",
    Impact: "2026-03-12 23:59 – ~2026-03-13 00:01 UTC (~2 min)",
    "Mitigated / resolved": "~2026-03-13 00:01 UTC / unknown",
  });
});

test("an unknown mark is called unknown where its other half is known", () => {
  const { board, event } = sheet();
  event("2026-03-12T10:01", "impact_start", "first");
  event("2026-03-12T10:40", "resolved", "last");
  expect(facts(board)).toEqual({
    Date: "2026-03-12",
    Impact: "2026-03-12 10:01 UTC – unknown",
    "Mitigated / resolved": "unknown / 10:40 UTC",
  });
});

test("a mark that several people remember otherwise is called contested", () => {
  const { board, event } = sheet();
  event("2026-03-12T10:01", "impact_start", "first");
  event("2026-03-12T10:05", "detected", "page");
  event("2026-03-12T10:03", "detected", "call", { approx: true });
  event("2026-03-12T10:30", "impact_end", "over");
  event("2026-03-12T10:31", "impact_end", "over, really");
  expect(facts(board)).toEqual({
    Date: "2026-03-12",
    Impact: "2026-03-12 10:01 – 10:30 (contested, also 10:31) UTC (29 min)",
    Detected: "~10:03 UTC (~2 min after impact start; contested, also 10:05)",
  });
});

test("a signal before the impact says so, and an end before the start has no duration", () => {
  const { board, event } = sheet();
  event("2026-03-12T09:58", "detected", "disk warning");
  event("2026-03-12T09:59", "mitigated", "mistyped");
  event("2026-03-12T10:01", "impact_start", "first");
  expect(facts(board)).toMatchObject({
    Impact: "2026-03-12 10:01 – 09:59 UTC",
    Detected: "09:58 UTC (3 min before impact start)",
  });
});

test("a removed card is in no report", () => {
  const { board, put } = sheet();
  const id = put("helped", "hidden");
  removeCard(board, id, 1);
  expect(report(board)).not.toContain("hidden");
});

test("evidence of a lesson stands behind it, and a scheme that must not be a link is text", () => {
  const { board, put } = sheet();
  put("helped", "The alert fired", {}, [
    { label: "graph", url: "https://grafana.example.com/d/abc?from=1&to=2" },
    { label: "notes", url: "file:///srv/notes.txt" },
    { label: "pod-1", text: "~~~\nWARN\n~~~~" },
  ]);
  expect(report(board)).toContain(
    "- The alert fired ([graph](https://grafana.example.com/d/abc?from=1&to=2), notes (file:///srv/notes.txt), E1)\n",
  );
  expect(report(board)).toContain("**E1** pod-1\n\n~~~~~text\n~~~\nWARN\n~~~~\n~~~~~\n");
});

test("neither @names nor #numbers can ping: they are code, because GitHub takes no backslash for an answer", () => {
  const { board, put } = sheet();
  put("helped", "@lena-b and shop/web#12, #7, but not a@b.de or C# or 12#a", {});
  put("actions", "Ask", { owner: "@tom" });
  const markdown = report(board);
  expect(markdown).toContain(
    "- `@lena-b` and `shop/web#12`, `#7`, but not a\\@b.de or C\\# or 12\\#a\n",
  );
  expect(markdown).toContain("- [ ] Ask — **`@tom`**\n");
});

test("web addresses in running text are links, and the sentence keeps its full stop", () => {
  const { board, put } = sheet();
  put("helped", "See https://a.example/x_y?z=1&w=2. Then (http://b.example/c).");
  expect(report(board)).toContain(
    "- See <https://a.example/x_y?z=1&w=2>. Then (<http://b.example/c>).\n",
  );
});

test("text that turns the writing direction cannot turn what comes after it", () => {
  const { board, put } = sheet();
  put("actions", "abc\u202edef", { owner: "\u2066Lena" });
  put("helped", "\u202cשלום\u202b עולם\u202c");
  const markdown = report(board);
  expect(markdown).toContain("- [ ] abc\u202edef\u202c — **\u2066Lena\u2069**\n");
  expect(markdown).toContain("- שלום\u202b עולם\u202c\n");
});

test("a card of 4,000 characters, and one of every control character, stay in their row", () => {
  const { board, event } = sheet();
  event("2026-03-12T10:01", "alert", "x|".repeat(2000));
  event("2026-03-12T10:02", "alert", "a\0b\u001b[31mc\u007fd\ud800e\tf\vg\u2028h\r\ni");
  const rows = tableUnder(report(board), "Timeline");
  expect(rows[1]?.[2]).toBe("x|".repeat(2000));
  expect(rows[2]?.[2]).toBe("a␀b␛[31mc␡d�e f g h i");
});

const report = (
  board: Board,
  language: Language = "en",
  options: ReportOptions = {},
  title = "Checkout errors after pool size change",
) =>
  boardMarkdown({
    board: readBoardState(board),
    control: {
      title,
      roster: {
        [anna]: person(anna, "Observer Olga", "observer", 0),
        [tom]: person(tom, "Tom", "participant", 2),
        [lena]: person(lena, "Lena, pool wizard", "facilitator", 1),
      },
    },
    language,
    options,
  });

const person = (
  id: Participant["id"],
  name: string,
  role: Participant["role"],
  joinOrder: number,
): Participant => ({ id, name, role, joinOrder, joinedAt: 0 });

/** The table under a heading, as text. */
function tableUnder(markdown: string, title: string): string[][] {
  const chapter = chaptersOf(parseReport(markdown)).find((each) => each.title === title);
  const [table] = chapter?.content ?? [];
  if (table?.type !== "table") return [];
  return table.children.map(({ children }) => children.map(readText));
}

const facts = (board: Board) =>
  Object.fromEntries(tableUnder(report(board, "en", {}, "T"), "T").slice(1));

type Piece = Partial<Omit<Evidence, "id">>;

function sheet() {
  const board = openBoard(new Y.Doc());
  let count = 0;
  const put = <Id extends SectionId>(
    section: Id,
    text: string,
    fields: Partial<FieldsOf<Id>> = {},
    evidence: Piece[] = [],
    by?: Participant["id"],
  ) => {
    const id = readCardId(`c${++count}`)!;
    const card: NewCard<Id> = {
      id,
      section,
      rank: rankAtEnd(readBoardState(board), section, () => false),
      at: 0,
      text,
      fields,
      by: by ?? null,
      evidence: evidence.map((piece, index) => ({
        id: readEvidenceId(`e${index + 1}`)!,
        type: "log",
        label: "",
        url: null,
        text: null,
        addedAt: index,
        ...piece,
      })),
    };
    expect(addCard(board, card)).toEqual({ ok: true, value: undefined });
    return id;
  };
  const event = (
    at: string | null,
    kind: EventKind,
    text: string,
    { approx = false, evidence = [] as Piece[] } = {},
  ) =>
    put(
      "timeline",
      text,
      { when: at === null ? null : { at: Date.parse(`${at}:00Z`), approx }, kind },
      evidence,
    );
  return { board, put, event };
}

/** The incident of DOMAIN F, with everything a board can hold. */
function checkoutErrors(): Board {
  const { board, put, event } = sheet();
  setFact(board, "severity", "sev2");
  fillText(
    board,
    "summary",
    "A configuration change set the pool to 20 connections instead of 200.",
  );
  fillText(
    board,
    "impactUsers",
    "About 4,100 checkouts failed (12 % at the peak). No data was lost.",
  );
  fillText(board, "impactPeople", "Two people were called from dinner.\nA release had to wait.");
  fillText(board, "detection", "Alert HighErrorRate, one minute after the first error.");
  fillText(board, "resolution", "Rollback of the configuration at 10:12, effective at 10:20.");
  event("2026-03-12T09:59", "change", "MR !812 merged, rollout starts", {
    evidence: [
      {
        type: "change",
        label: "MR !812",
        url: "https://gitlab.example.com/shop/config/-/merge_requests/812",
      },
    ],
  });
  event("2026-03-12T10:01", "impact_start", "Pool exhausted, first 5xx", {
    evidence: [
      {
        label: "Log of pod-1, 10:01:39 UTC",
        text: "WARN pool exhausted (size=20, waiting=118)\n",
      },
    ],
  });
  event("2026-03-12T10:02", "detected", "Alert HighErrorRate", {
    evidence: [{ type: "alert", label: "HighErrorRate" }],
  });
  event("2026-03-12T10:04", "acknowledged", "Lena takes it");
  event("2026-03-12T10:05", "hypothesis", "Traffic peak suspected", { approx: true });
  event("2026-03-12T10:20", "mitigated", "Error rate back to normal", {
    evidence: [{ type: "metric", label: "graph", url: "https://grafana.example.com/d/abc" }],
  });
  event("2026-03-12T10:40", "resolved", "Two dashboards agree\nagain");
  event(null, "background", "Staging uses another file");
  put("check-in", "Curious", {}, [], lena);
  put("check-in", "", { passes: true }, [], tom);
  put("factors", "The value had no lower bound.");
  put("factors", "Staging uses another file.");
  put("safeguards", "The canary: it stayed green.");
  put("helped", "The alert fired within a minute.");
  put("slowed", "Two dashboards showed different numbers.");
  put("differently", "We could have rolled the change out to one zone first.");
  put("knowledge", "The pool setting applies per pod, not per service.");
  put("parking", "One dashboard for everything", { parkedIn: "timeline" });
  put(
    "actions",
    "Reject pool sizes below 50 in the config schema",
    { owner: "Lena", due: "2026-03-27", type: "prevent", strength: "strong" },
    [{ type: "ticket", label: "CFG-118", url: "https://tracker.example.com/CFG-118" }],
  );
  put("actions", "Show one dashboard for checkout", {
    owner: "Tom",
    due: "2026-04-10",
    type: "detect",
    strength: "intermediate",
    done: true,
  });
  put("actions", "Find out why the canary stayed green");
  put(
    "declined",
    "Manual approval for every config change: about 400 h a year against 1–3 such incidents.",
  );
  put("check-out", "Tired, and glad", {}, [], tom);
  return board;
}
