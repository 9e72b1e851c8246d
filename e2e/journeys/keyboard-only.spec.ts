// Without a mouse: from the first page to the Markdown, every stop visible, and never lost to the top of the page.
import { readFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { itemsUnder, parseMarkdown, rowsUnder, sectionUnder, textOf } from "../lib/markdown.ts";
import { arrive, goHome } from "../lib/people.ts";
import { startServer, type Server } from "../lib/server.ts";

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ DRAFT_COUNT_SECONDS: "1" });
});
test.afterEach(({ browser }) => goHome(browser));
test.afterAll(() => server.remove());

test("one person holds a meeting from the first page to the Markdown, by keyboard alone", async ({
  browser,
}) => {
  const { page } = await arrive(browser, server.url, "Noa");
  const { keyboard } = page;
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });

  await test.step("create, and name it", async () => {
    await page.goto("/");
    await tabTo(page, page.getByRole("button", { name: "New post-mortem" }));
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Title of the post-mortem" })).toBeFocused();
    await keyboard.type("Payments double-charged");
    await keyboard.press("Enter");
    await expect(page).toHaveTitle(/Payments double-charged/);
  });

  await test.step("an event, by its key", async () => {
    await tabTo(page, page.getByRole("textbox", { name: "Who noticed what" }));
    await keyboard.type("Customers were charged twice.");
    await keyboard.press("Escape");
    await leaveField(page);
    await keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "What happened?" })).toBeFocused();
    await keyboard.type("02:03 The pager rings");
    await keyboard.press("Enter");
    await expect(page.getByText("The pager rings").first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: "What happened?" })).toBeFocused();
    await keyboard.press("Escape");
    await isSomewhere(page);
  });

  await test.step("on to Check-in, and a card", async () => {
    await lead(page, /Check-in/);
    await tabTo(page, page.getByRole("textbox", { name: "How do you arrive today?" }));
    await keyboard.type("Awake.");
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Edit: Awake." })).toBeFocused();
  });

  await test.step("Summary, with the toolbar", async () => {
    await lead(page, /Timeline/);
    await expect(heading("Timeline")).toBeFocused();
    await lead(page, /Summary/);
    await tabTo(page, page.getByRole("textbox", { name: "Summary" }));
    await keyboard.type("The retry had no key of its own.");
    await keyboard.press("ControlOrMeta+A");
    await tabTo(page, page.getByRole("button", { name: "Bold" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Summary" }).locator("strong")).toHaveText(
      "The retry had no key of its own.",
    );
    await isSomewhere(page);
  });

  await test.step("Lessons: a hidden note, moved to another column by its menu, and revealed", async () => {
    await lead(page, /Lessons/);
    await keyboard.press("1");
    await expect(page.getByRole("textbox", { name: "Note: What helped us?" })).toBeFocused();
    await keyboard.type("Nobody knew the runbook");
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await isSomewhere(page);
    await tabTo(page, page.getByRole("button", { name: "More: Nobody knew the runbook" }));
    await keyboard.press("Enter");
    const destination = page.getByRole("menuitem", { name: "What slowed us down?" });
    await expect(page.getByRole("menu")).toBeVisible();
    await press(page, "ArrowDown", destination);
    await keyboard.press("Enter");
    await expect(
      page.getByRole("region", { name: "What slowed us down?" }).getByText("Nobody knew"),
    ).toBeVisible();
    await isSomewhere(page);
    await expect(page.getByRole("button", { name: /^Saved/ })).toBeVisible();
    const reveal = page
      .getByRole("region", { name: "Meeting" })
      .getByRole("button", { name: /^Reveal/ });
    await expect(reveal).toHaveAccessibleName("Reveal 1 note"); // a count that comes later makes it ask again
    await tabTo(page, reveal, "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByText("Press again to reveal").first()).toBeVisible();
    await keyboard.press("Enter");
    await expect(reveal).toHaveCount(0);
    await expect(page.getByText("yours, only you see this mark")).toBeVisible();
    await isSomewhere(page);
  });

  await test.step("Actions: one with an owner and a day", async () => {
    await lead(page, /Actions/);
    await keyboard.press("a");
    await expect(page.getByRole("textbox", { name: "A new action" })).toBeFocused();
    await keyboard.type("Give every retry a key");
    await keyboard.press("Enter");
    const row = page.getByRole("group", { name: /^Give every retry a key/ });
    await tabTo(page, row, "Shift+Tab");
    await press(
      page,
      "ArrowRight",
      page.getByRole("button", { name: "Who sees to it: no owner yet" }),
    );
    await keyboard.press("Enter");
    await keyboard.type("Lena");
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Who sees to it: Lena" })).toBeFocused();
    await press(page, "ArrowRight", page.getByRole("button", { name: "Due: no date" }));
    await keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Due" })).toBeVisible();
    await keyboard.type("12122026");
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Due: 12 Dec/ })).toBeVisible();
    await isSomewhere(page);
  });

  await test.step("Check-out, and the Markdown", async () => {
    await lead(page, /Check-out/);
    await tabTo(page, page.getByRole("button", { name: "Save or copy it as Markdown" }));
    await keyboard.press("Enter");
    const save = page.getByRole("dialog").getByRole("button", { name: "Save as .md" });
    await tabTo(page, save);
    const [file] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
    const root = parseMarkdown(await readFile(await file.path(), "utf8"));
    expect(root.children[0] && textOf(root.children[0])).toBe("Payments double-charged");
    expect(sectionUnder(root, "Summary").map(textOf)[0]).toBe("The retry had no key of its own.");
    expect(rowsUnder(root, "Timeline").map((row) => row[2])).toEqual(["The pager rings"]);
    expect(itemsUnder(root, "What slowed us down?").map(({ text }) => text)).toEqual([
      "Nobody knew the runbook",
    ]);
    expect(itemsUnder(root, "Actions").map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Give every retry a key.*Lena.*2026-12-12/),
    ]);
    await keyboard.press("Escape");
    await isSomewhere(page);
  });
});

/** Moves the meeting on, from wherever the focus is; it ends on the title of the new page. */
async function lead(page: Page, phase: RegExp): Promise<void> {
  const dock = page.getByRole("region", { name: "Meeting" });
  await tabTo(page, dock.getByRole("button", { name: phase }), "Shift+Tab");
  await page.keyboard.press("Enter");
  if (phase.test("Actions")) {
    await tabTo(page, page.getByRole("button", { name: "On to Actions", exact: true }));
    await page.keyboard.press("Enter");
  }
  await expect(page.locator('[aria-current="step"]').first()).toContainText(phase);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}

/** Out of a field, so that single keys are keys and not letters. */
async function leaveField(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: /^Add event/ }).first());
}

/** Tabs until a control has the focus. Every stop on the way can be seen. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  await press(page, key, target);
}

async function press(page: Page, key: string, target: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    await isVisibleStop(page);
  }
  throw new Error(`${key} does not lead to ${String(target)}.`);
}

/** The focus is on something, and not on the page as a whole. */
async function isSomewhere(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
}

/** Whatever has the focus shows it: by an outline, its own or its frame's, or as a caret in a field with an edge. */
async function isVisibleStop(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const element = document.activeElement;
    // Past the last stop the focus is with the browser's own bars.
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const isOutlined = (it: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const isCaret = element.isContentEditable || element.matches("input, textarea");
    const frames = [element, element.parentElement, element.parentElement?.parentElement];
    if (frames.some((it) => it && isOutlined(it))) return undefined;
    // A composer changes its edge; a checkbox is drawn beside its input.
    const label = element.closest("label");
    if (label && [label, ...label.children].some(isOutlined)) return undefined;
    return isCaret ? undefined : element.outerHTML.slice(0, 200);
  });
  expect(unseen, "a stop without a visible focus").toBeUndefined();
}
