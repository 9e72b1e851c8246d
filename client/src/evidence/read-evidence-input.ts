// What somebody put into the evidence field: an address becomes a link, anything else is kept as the text it is.
import { evidenceTypeOf, isSafeUrl, type Evidence } from "@secondstory/shared";

type Piece = Pick<Evidence, "type" | "label" | "url" | "text">;

/** Reads what was typed or pasted; undefined for nothing. Text stays whole, its line breaks and blanks included. */
export function readEvidenceInput(input: string): Piece | undefined {
  const trimmed = input.trim();
  if (trimmed === "") return undefined;
  if (!looksLikeAddress(trimmed)) return { type: "log", label: "", url: null, text: input };
  const url = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  return { type: evidenceTypeOf(url), label: labelOf(url), url, text: null };
}

/** One word with a scheme, whichever: those that may not be a link are shown as the text they are. */
const looksLikeAddress = (text: string): boolean =>
  !/\s/.test(text) && (/^[a-z][a-z0-9+.-]*:\S/i.test(text) || /^www\.\S+\.\S/i.test(text));

/** What people would call it: `MR !812`, `#4711`, `CFG-118`, else the host. */
function labelOf(url: string): string {
  const mergeRequest = /\/merge_requests\/(\d+)/.exec(url)?.[1];
  if (mergeRequest) return `MR !${mergeRequest}`;
  const pull = /\/(?:pull|pulls|pull-requests|issues)\/(\d+)/.exec(url)?.[1];
  if (pull) return `#${pull}`;
  const ticket = /\/browse\/([A-Z][A-Z0-9]+-\d+)/.exec(url)?.[1];
  if (ticket) return ticket;
  return hostOf(url) ?? url;
}

/** The host of an address that may be a link. */
export function hostOf(url: string): string | undefined {
  if (!isSafeUrl(url)) return undefined;
  try {
    const { hostname, protocol, pathname } = new URL(url);
    return protocol === "mailto:" ? pathname : hostname.replace(/^www\./, "");
  } catch {
    return undefined;
  }
}
