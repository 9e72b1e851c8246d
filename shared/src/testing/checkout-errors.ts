// The incident of DOMAIN F as a board, with everything a report can hold.
import type { Board } from "../board/board.ts";
import type { Evidence } from "../board/evidence.ts";
import type { Participant } from "../control/control.ts";
import type { EventKind } from "../sections/timeline.ts";
import type { Role } from "../wire/roles.ts";
import {
  build,
  card,
  evidenceId,
  fact,
  participantId,
  section,
  text,
  type CardMore,
} from "./build.ts";

/** A piece of evidence: a log unless it says otherwise. */
export const piece = (number: number, what: Partial<Omit<Evidence, "id">>): Evidence => ({
  id: evidenceId(`e${number}`),
  type: "log",
  label: "",
  url: null,
  text: null,
  addedAt: number,
  ...what,
});

/** An event at a minute in UTC as `2026-03-12T10:01`, `~` before it if approximate; null has no time. */
export function event(at: string | null, kind: EventKind, words: string, more: CardMore = {}) {
  const moment = at?.replace("~", "");
  const when =
    moment === undefined
      ? null
      : { at: Date.parse(`${moment}:00Z`), approx: at?.startsWith("~") === true };
  return card(words, { when, kind }, more);
}

/** Who took part, by join order. */
export const checkoutPeople: Readonly<Record<string, Participant>> = Object.fromEntries(
  (
    [
      ["Olga, who watches", "observer"],
      ["Lena, on call", "facilitator"],
      ["Tom", "participant"],
    ] as const satisfies readonly (readonly [string, Role])[]
  ).map(([name, role], joinOrder) => {
    const id = participantId(`p${joinOrder}`);
    return [id, { id, name, role, joinOrder, joinedAt: 0 }];
  }),
);

/** The board after the meeting. */
export const checkoutErrors = (): Board =>
  build(
    fact("severity", "sev2"),
    text("summary", "A configuration change set the pool to 20 connections instead of 200."),
    text("impactUsers", "About 4,100 checkouts failed (12 % at the peak). No data was lost."),
    text("impactPeople", "Two people were called from dinner.\nA release had to wait."),
    text("detection", "Alert HighErrorRate, one minute after the first error."),
    text("resolution", "Rollback of the configuration at 10:12, effective at 10:20."),
    section("check-in", card("Curious", {}, by(1)), card("", { passes: true }, by(2))),
    section(
      "timeline",
      event("2026-03-12T09:59", "change", "MR !812 merged, rollout starts", {
        evidence: [
          piece(1, {
            type: "change",
            label: "MR !812",
            url: "https://gitlab.example.com/shop/config/-/merge_requests/812",
          }),
        ],
      }),
      event("2026-03-12T10:01", "impact_start", "Pool exhausted, first 5xx", {
        evidence: [
          piece(2, {
            label: "Log of pod-1, 10:01:39 UTC",
            text: "WARN pool exhausted (size=20, waiting=118)\n",
          }),
        ],
      }),
      event("2026-03-12T10:02", "detected", "Alert HighErrorRate", {
        evidence: [piece(3, { type: "alert", label: "HighErrorRate" })],
      }),
      event("2026-03-12T10:04", "acknowledged", "Lena takes it"),
      event("~2026-03-12T10:05", "hypothesis", "Traffic peak suspected"),
      event("2026-03-12T10:20", "mitigated", "Error rate back to normal", {
        evidence: [
          piece(4, { type: "metric", label: "graph", url: "https://grafana.example.com/d/abc" }),
        ],
      }),
      event("2026-03-12T10:40", "resolved", "Two dashboards agree\nagain"),
      event(null, "background", "Staging uses another file"),
    ),
    section("factors", card("The value had no lower bound."), card("Staging uses another file.")),
    section("safeguards", card("The canary: it stayed green.")),
    section("helped", card("The alert fired within a minute.")),
    section("slowed", card("Two dashboards showed different numbers.")),
    section("differently", card("We could have rolled the change out to one zone first.")),
    section("knowledge", card("The pool setting applies per pod, not per service.")),
    section("parking", card("One dashboard for everything", { parkedIn: "timeline" })),
    section(
      "actions",
      card(
        "Reject pool sizes below 50 in the config schema",
        { owner: "Lena", due: "2026-03-27", type: "prevent", strength: "strong" },
        {
          evidence: [
            piece(5, {
              type: "ticket",
              label: "CFG-118",
              url: "https://tracker.example.com/CFG-118",
            }),
          ],
        },
      ),
      card("Show one dashboard for checkout", {
        owner: "Tom",
        due: "2026-04-10",
        type: "detect",
        strength: "intermediate",
        done: true,
      }),
      card("Find out why the canary stayed green"),
    ),
    section(
      "declined",
      card(
        "Manual approval for every config change: about 400 h a year against 1–3 such incidents.",
      ),
    ),
    section("check-out", card("Tired, and glad", {}, by(2))),
  );

const by = (joinOrder: number): CardMore => ({ by: participantId(`p${joinOrder}`) });
