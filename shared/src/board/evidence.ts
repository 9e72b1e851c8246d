// What an event or an action rests on: a link, or text pasted whole. Each piece is one plain value under its own key, so
// two people who add at once both stay.
import { z } from "zod/mini";
import { maxEpochMs } from "../epoch.ts";
import { compareText } from "../order.ts";
import { readEvidenceId, type EvidenceId } from "../ids.ts";

/** What a piece of evidence is, for its icon and its word. */
export const evidenceTypes = [
  "chat",
  "log",
  "metric",
  "ticket",
  "change",
  "build",
  "document",
  "alert",
  "link",
] as const;

export type EvidenceType = (typeof evidenceTypes)[number];

export interface Evidence {
  readonly id: EvidenceId;
  readonly type: EvidenceType;
  readonly label: string;
  /** Where it leads, unchecked: whoever renders it checks the scheme. */
  readonly url: string | null;
  /** Pasted text, as it came. */
  readonly text: string | null;
  /** Epoch milliseconds; orders the pieces of one card. */
  readonly addedAt: number;
}

const stored = z.object({
  type: z.catch(z.enum(evidenceTypes), "link"),
  label: z.catch(z.string(), ""),
  url: z.catch(z.nullable(z.string()), null),
  text: z.catch(z.nullable(z.string()), null),
  addedAt: z.catch(z.number().check(z.gte(-maxEpochMs), z.lte(maxEpochMs)), 0),
});

/** A card's evidence in the order it was added; what cannot be read is left out, and left alone in the document. */
export function readEvidence(entries: Iterable<readonly [string, unknown]>): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const [key, value] of entries) {
    const id = readEvidenceId(key);
    const parsed = stored.safeParse(value);
    if (id && parsed.success) evidence.push({ id, ...parsed.data });
  }
  return evidence.toSorted((a, b) => a.addedAt - b.addedAt || compareText(a.id, b.id));
}

/** Hosts and paths by which the kind of a link is known, first match wins. */
const known: readonly (readonly [RegExp, EvidenceType])[] = [
  [/slack\.com|teams\.microsoft|discord\.|mattermost|zulip|twitter\.com|\/\/x\.com/, "chat"],
  [/pagerduty|opsgenie|alertmanager|\/alerts?\b/, "alert"],
  [/\/(merge_requests|pull|pulls|pull-requests|commit|commits|compare)\//, "change"],
  [/\/(pipelines|jobs|actions\/runs|builds?)\/|jenkins|teamcity|circleci/, "build"],
  [/grafana|datadog|kibana|prometheus|\/dashboards?\b|newrelic|honeycomb/, "metric"],
  [/\/(issues|browse|tickets?)\/|jira|linear\.app|youtrack/, "ticket"],
  [/\.log\b|\/logs?\b|splunk|loki/, "log"],
  [/docs\.google|confluence|notion\.|wiki|\.pdf\b|blog/, "document"],
];

/** Guesses from an address what it leads to. People can say otherwise. */
export const evidenceTypeOf = (url: string): EvidenceType =>
  known.find(([pattern]) => pattern.test(url.toLowerCase()))?.[1] ?? "link";

/** Schemes that may be a link; everything else is shown as text, other spellings of a scheme included. */
export const isSafeUrl = (url: string): boolean => /^(https?:\/\/|mailto:)[^\s]+$/i.test(url);
