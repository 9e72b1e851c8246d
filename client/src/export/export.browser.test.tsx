// The board as Markdown from this browser's own copy, without asking a server for anything.
import { boardMarkdown } from "@secondstory/shared/report";
import { cloudflare2019, fillDemo } from "@secondstory/shared/demo";
import { nanoid } from "nanoid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { RoomForTests, testSession } from "../room/testing.tsx";
import "../ui/theme.css";
import { ExportDialog } from "./export-dialog.tsx";
import { markdownOf } from "./report-file.ts";

const offline = () =>
  testSession({
    title: "Größe: errors / pool",
    connection: { isOnline: false },
    fill: (board) =>
      fillDemo(board, cloudflare2019, { newId: () => nanoid(), randomBit: () => true, at: 0 }),
  });

const show = (session: ReturnType<typeof offline>) =>
  render(
    <RoomForTests session={session}>
      <ExportDialog isOpen onClose={() => {}} />
    </RoomForTests>,
  );

/** Catches the file that a press saves. */
function saved() {
  const files: { readonly name: string; readonly blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const createUrl = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const url = createUrl(blob);
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    if (blob) files.push({ name: this.download, blob });
  });
  return files;
}

beforeEach(() => page.viewport(1000, 800));
afterEach(() => {
  vi.restoreAllMocks();
});

test.each(["en", "de"] as const)(
  "offline, the saved file has the bytes of the report in %s",
  async (language) => {
    const files = saved();
    const fetched = vi.spyOn(globalThis, "fetch");
    const session = offline();
    await show(session);
    await expect.element(page.getByText(/You are offline/)).toBeVisible();
    const name = language === "en" ? "English" : "Deutsch";
    await userEvent.click(page.getByRole("radio", { name }));
    await userEvent.click(page.getByRole("button", { name: "Save as .md" }));
    await expect.poll(() => files.length).toBe(1);
    const expected = boardMarkdown({
      board: session.boardView.getState(),
      control: session.controlView.getState(),
      language,
    });
    const bytes = new Uint8Array((await files[0]?.blob.arrayBuffer()) ?? new ArrayBuffer());
    expect(bytes).toEqual(new TextEncoder().encode(expected));
    expect(files[0]?.name).toBe("groesse-errors-pool.md");
    expect(fetched).not.toHaveBeenCalled();
  },
);

test("where the browser refuses to copy, the text is there to be copied by hand", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
  vi.spyOn(document, "execCommand").mockReturnValue(false);
  const session = offline();
  await show(session);
  await userEvent.click(page.getByRole("button", { name: "Copy Markdown" }));
  await expect
    .element(page.getByRole("textbox", { name: "The report as Markdown" }))
    .toHaveValue(await markdownOf(session, "en"));
});
