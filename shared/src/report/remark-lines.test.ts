import { expect, test } from "vitest";
import { readBoardState } from "../board/projection.ts";
import { build, card, section } from "../testing/build.ts";
import { event } from "../testing/checkout-errors.ts";
import { boardMarkdown } from "./markdown.ts";

test("[K9] what was said stands below its note, and for events in a list below the timeline", () => {
  const board = build(
    section("timeline", event("2026-03-12T10:01", "alert", "Pager rings", { id: "paged" })),
    section("helped", card("The runbook", {}, { id: "book" })),
    section(
      "remarks",
      card("Two phones were silent", { about: "paged" }),
      card("The list was *old*", { about: "paged" }),
      card("Written in May", { about: "book" }),
      card("Of something that is gone", { about: "gone" }),
    ),
  );
  const markdown = boardMarkdown({
    board: readBoardState(board),
    control: { title: "Night", roster: {} },
    language: "en",
  });
  expect(markdown).toContain(
    "### Said in the meeting\n\n- 10:01 Pager rings\n  - Two phones were silent\n  - The list was \\*old\\*\n",
  );
  expect(markdown).toContain("- The runbook\n  - Written in May\n");
  expect(markdown).not.toContain("something that is gone");
});
