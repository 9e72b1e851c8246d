// What every screen has to hold, whatever it shows: nothing for axe to find, nothing to scroll sideways for, targets that a
// finger hits, words instead of message ids, and a silent console.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Collects what a page complains about from here on. A seat that is asked for in vain is no complaint. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const isAskedInVain = /\/api\/boards\/[\w-]+\/join$/.test(message.location().url);
    const isOfTests = message
      .text()
      .startsWith("Service Worker registration blocked by Playwright");
    if (!isAskedInVain && !isOfTests)
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/** So much a finger needs, in CSS pixels. What a pointer needs, 24, axe looks at. */
const finger = 44;

/** Fails with everything that is wrong with what a page shows. */
export async function inspect(
  page: Page,
  { isTouch }: { readonly isTouch: boolean },
): Promise<void> {
  await atRest(page);
  const axe = axeOf(page).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
  expect.soft(await violationsOf(axe), "axe").toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(sideways, "pixels to scroll sideways").toBeLessThanOrEqual(0);
  expect.soft(await rawIds(page), "message ids in the place of words").toEqual([]);
  if (isTouch)
    expect.soft(await smallTargets(page, finger), "targets that are too small").toEqual([]);
}

/** Resolves when fonts are there and nothing moves or changes its colour. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });

/** Fails with every text that is hard to tell from its ground; for a page that was inspected in other colours. */
export async function inspectColours(page: Page): Promise<void> {
  await atRest(page);
  const axe = axeOf(page).withRules(["color-contrast"]);
  expect.soft(await violationsOf(axe), "contrast").toEqual([]);
}

/** Without React Aria's voice, which names what is already gone. */
const axeOf = (page: Page) => new AxeBuilder({ page }).exclude("[data-live-announcer]");

async function violationsOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Message ids are six letters of base64. A word of six letters has no digit, and no capital after its first letter. */
const rawIds = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, a, label, h1, h2, h3, [role], p, span")]
      .flatMap((element) => [element.textContent.trim(), element.getAttribute("aria-label") ?? ""])
      .filter(
        (text) =>
          /^[A-Za-z0-9_\-+/]{6}$/.test(text) &&
          /[0-9_/]|[a-z][A-Z]/.test(text) &&
          !/^[\d-]+$/.test(text),
      ),
  );

/** Controls whose middle has less than `min` pixels around it that belong to them. Links within a sentence are exempt. */
const smallTargets = (page: Page, min: number) =>
  page.evaluate((size) => {
    const controls =
      "a[href], button, input, textarea, select, [role=button], [role=tab], [role=radio], [role^=menuitem], [role=option]";
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display.startsWith("inline") &&
      [...(element.closest("p, figcaption, li, td")?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
      );
    const area =
      document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") ?? document;
    const small: string[] = [];
    for (const control of area.querySelectorAll<HTMLElement>(controls)) {
      const box =
        control instanceof HTMLInputElement ? (control.closest("label") ?? control) : control;
      // a native select behind a drawn one is aria-hidden and clipped away: nobody can hit it
      if (!box.checkVisibility({ checkVisibilityCSS: true })) continue;
      if (box.closest("[inert], [aria-hidden=true]")) continue;
      if (box.getBoundingClientRect().width <= 1 || isInSentence(box)) continue;
      box.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, top, width, height } = box.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const half = size / 2 - 1;
      const belongs = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(x + dx, y + dy);
        return hit !== null && box.contains(hit);
      };
      const isWide = width >= size - 1 || (belongs(-half, 0) && belongs(half, 0));
      const isHigh = height >= size - 1 || (belongs(0, -half) && belongs(0, half));
      if (!isWide || !isHigh)
        small.push(
          `${box.getAttribute("aria-label") ?? box.textContent.trim()}: ${Math.round(width)} × ${Math.round(height)}`,
        );
    }
    scrollTo({ top: 0 });
    return small;
  }, min);
