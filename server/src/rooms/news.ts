// What somebody brought to a document that nobody else has heard of yet.
import type { Deletions, Section } from "../updates/scan.ts";
import { writePiece } from "../updates/sections.ts";

/** The part of an update that was news. */
export interface News {
  readonly sections: readonly Section[];
  readonly deletions: Deletions;
}

/** What several people brought, in the order in which they did. */
export const joinNews = (news: readonly News[]): News => ({
  sections: news.flatMap(({ sections }) => sections),
  deletions: news.flatMap(({ deletions }) => deletions),
});

/** What several people brought, as one update. */
export function writeNews(news: readonly News[]): Uint8Array {
  const { sections, deletions } = joinNews(news);
  return writePiece(sections, deletions).bytes;
}
