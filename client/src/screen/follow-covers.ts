// How much of the page lies under the bars, told to the style sheet (`--covered-top`, `--covered-bottom`): whatever is scrolled
// into view, by a focus or a link, then stands free of the pill, of the lines above the dock, and of the bars themselves.

const pills = "[data-elsewhere] [role=group], [data-gathering] [role=group]";

/** Measures whenever a bar grows, or a pill comes or goes, until the answer is called. */
export function followCovers(): () => void {
  const { style } = document.documentElement;
  const header = document.querySelector<HTMLElement>("header[data-screen-only]");
  const dock = document.querySelector<HTMLElement>("[data-dock]");
  const measure = () => {
    const pill = header?.querySelector(pills);
    const top = isOverPage(header) ? header.getBoundingClientRect() : undefined;
    // a pill that hangs from the bar lies over the page as well
    const hangs = top && pill ? pill.getBoundingClientRect().bottom - top.bottom : 0;
    set("--covered-top", top && top.height + Math.max(0, hangs));
    set("--covered-bottom", isOverPage(dock) ? dock.getBoundingClientRect().height : undefined);
  };
  const set = (name: string, px: number | undefined) => {
    if (px === undefined) style.removeProperty(name);
    else style.setProperty(name, `${Math.ceil(px)}px`);
  };
  const grown = new ResizeObserver(measure);
  const changed = new MutationObserver(measure);
  for (const bar of [header, dock]) if (bar) grown.observe(bar);
  if (header) changed.observe(header, { childList: true, subtree: true });
  measure();
  return () => {
    grown.disconnect();
    changed.disconnect();
    set("--covered-top", undefined);
    set("--covered-bottom", undefined);
  };
}

/** Beside the keyboard of a phone the bars scroll with the page. */
const isOverPage = (bar: HTMLElement | null): bar is HTMLElement =>
  bar !== null && getComputedStyle(bar).position === "sticky";
