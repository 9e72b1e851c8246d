// Under which path the product lies: a company may serve it below a path of its own. The server says so in the page's <base>,
// so that one build serves every path. Whatever names an address of ours in full gets it from here.

/**
 * The path, without a slash at its end: "" or "/second-story".
 *
 * Links (`href="/"`) and `navigate` go without it: the router puts it in front.
 */
export const basePath: string = readBase()?.pathname.replace(/\/+$/, "") ?? "";

function readBase(): URL | undefined {
  if (!("document" in globalThis)) return undefined; // no page, no path
  const base = document.querySelector("base");
  return base ? new URL(base.href) : undefined;
}
