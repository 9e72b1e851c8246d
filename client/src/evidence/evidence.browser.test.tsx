// Evidence: links by their kind, pasted text whole, and nothing dangerous to press.
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { CardId, Evidence } from "@secondstory/shared";
import { useBoard } from "../room/use-room.ts";
import { putCard, RoomForTests, testSession } from "../room/testing.tsx";
import "../ui/theme.css";
import { EvidenceChip } from "./evidence-chip.tsx";
import { EvidenceEditor } from "./evidence-editor.tsx";

function Card({ id }: { readonly id: CardId }) {
  const evidence = useBoard((board) => board.cards[id]?.evidence) ?? [];
  return (
    <>
      {evidence.map((piece) => (
        <EvidenceChip key={piece.id} piece={piece} />
      ))}
      <EvidenceEditor card={id} evidence={evidence} onClose={() => {}} />
    </>
  );
}

function room() {
  const session = testSession();
  const id = putCard(session.board, "timeline", "Paged");
  const pieces = (): readonly Evidence[] => session.boardView.getState().cards[id]?.evidence ?? [];
  const show = () =>
    render(
      <RoomForTests session={session}>
        <Card id={id} />
      </RoomForTests>,
    );
  return { pieces, show };
}

const field = () => page.getByRole("textbox", { name: "A link, or text to keep as it is" });

beforeEach(() => page.viewport(1000, 800));

test("an address becomes a link of its kind, with a label to change", async () => {
  const { pieces, show } = room();
  await show();
  await userEvent.fill(field(), "https://gitlab.example.com/shop/-/merge_requests/812");
  await userEvent.keyboard("{Enter}");
  expect(pieces()).toMatchObject([{ type: "change", label: "MR !812" }]);
  const link = page.getByRole("link", { name: /Merge request: MR !812/ });
  await expect.element(link).toHaveAttribute("rel", "noreferrer");
  await userEvent.fill(page.getByRole("textbox", { name: "What it is called" }), "the rollout");
  expect(pieces()).toMatchObject([{ label: "the rollout" }]);
  await expect.element(field()).toHaveValue("");
});

test("another scheme is shown as text and is no link", async () => {
  const { pieces, show } = room();
  await show();
  await userEvent.fill(field(), "javascript:alert(document.cookie)");
  await userEvent.keyboard("{Enter}");
  expect(pieces()).toMatchObject([{ url: "javascript:alert(document.cookie)" }]);
  await expect.element(page.getByText("javascript:alert(document.cookie)").first()).toBeVisible();
  expect(page.getByRole("link").elements()).toHaveLength(0);
});

test("a pasted log is kept whole, shown to its twelfth line, then all of it", async () => {
  const { pieces, show } = room();
  await show();
  const log = Array.from({ length: 30 }, (_, line) => `  line ${line + 1} of \`the\` log`).join(
    "\n",
  );
  await userEvent.fill(field(), log);
  await userEvent.click(page.getByRole("button", { name: "Add evidence" }));
  expect(pieces()).toMatchObject([{ type: "log", text: log, url: null }]);
  await userEvent.click(page.getByRole("button", { name: "Log", exact: true }).first());
  await expect.element(page.getByText(/line 12 of/)).toBeVisible();
  expect(page.getByText(/line 13 of/).elements()).toHaveLength(0);
  await userEvent.click(page.getByRole("button", { name: "Show all 30 lines" }));
  await expect.element(page.getByText(/line 30 of/)).toBeVisible();
});

test("a piece is removed, and the focus stays in the form", async () => {
  const { pieces, show } = room();
  await show();
  await userEvent.fill(field(), "https://status.example.com");
  await userEvent.keyboard("{Enter}");
  await userEvent.click(page.getByRole("button", { name: "Remove evidence: status.example.com" }));
  expect(pieces()).toEqual([]);
  await expect.element(field()).toHaveFocus();
});
