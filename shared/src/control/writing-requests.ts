// What can be asked of writing that is hidden; writing.ts says what it is. What a reveal and a share put on the board the
// server adds, in the same commit.
import { z } from "zod/mini";
import { readDraftId } from "../ids.ts";
import { done, refuse } from "../result.ts";
import { asked, cleaned } from "./asked.ts";
import { clearReady } from "./ready.ts";
import type { DecisionsOn, RolesFor, Situation } from "./situation.ts";
import { hideableSections, roundBegun, setWriting, type HideableSectionId } from "./writing.ts";

const sections = z.array(z.enum(hideableSections)).check(z.minLength(1), z.maxLength(20));
const draft = cleaned(readDraftId, "is not a draft's id");

/** How many drafts may be named in one request; whoever has more leaves them out, and all are shared. */
const maxDrafts = 500;

/** The rounds the sender saw. A column that is in another one meanwhile is left as it is. */
const rounds = z.optional(z.partialRecord(z.enum(hideableSections), z.number()));

export const writingShapes = [
  /** Begins a round in columns that are not hidden; with `names` the notes will be signed. */
  z.object({ type: z.literal("hide"), sections, names: z.optional(z.boolean()), ...asked }),
  /** Promises the writers of hidden columns that no name will stand on their notes. There is no way back. */
  z.object({ type: z.literal("dropNames"), sections, ...asked }),
  /** Puts the notes of hidden columns on the board, all at once and in an order by lot. */
  z.object({ type: z.literal("reveal"), sections, rounds, ...asked }),
  /**
   * Shares what of the sender's drafts is not shared yet, in columns that are not hidden; without `drafts`, all of it. It waits
   * for a note of somebody else unless they say that it may stand alone.
   */
  z.object({
    type: z.literal("share"),
    drafts: z.optional(z.array(draft).check(z.maxLength(maxDrafts))),
    alone: z.optional(z.boolean()),
    ...asked,
  }),
] as const;

export const writingRoles: RolesFor<typeof writingShapes> = {
  hide: "facilitator",
  dropNames: "facilitator",
  reveal: "facilitator",
  share: "participant",
};

export const writingDecisions: DecisionsOn<typeof writingShapes> = {
  hide: (now, { sections: hidden, names = false }) => {
    const { writing } = now.state;
    const isTooLate = (section: HideableSectionId) => {
      const before = writing[section];
      return names && before?.isHidden && !before.isNamed && before.notes > 0;
    };
    if (hidden.some(isTooLate)) return refuse({ code: "names-too-late" });
    return each(now, hidden, (section) => {
      const before = writing[section];
      if (before?.isHidden && before.isNamed === names) return;
      const begun = roundBegun(before, names);
      // to drop names is no new round: what was written stays
      const change = before?.isHidden && !names ? { ...before, isNamed: false } : begun;
      setWriting(now.control, section, change);
      if (change === begun) clearReady(now.control, now.at);
    });
  },
  dropNames: (now, { sections: some }) =>
    each(now, some, (section) => {
      const before = now.state.writing[section];
      if (before?.isHidden) setWriting(now.control, section, { ...before, isNamed: false });
    }),
  reveal: (now, { sections: some, rounds }) =>
    each(now, some, (section) => {
      const before = now.state.writing[section];
      if (!before?.isHidden || (rounds?.[section] ?? before.round) !== before.round) return;
      setWriting(now.control, section, {
        ...before,
        isHidden: false,
        revealedAt: now.at,
        notes: 0,
        isBeingWritten: false,
      });
      clearReady(now.control, now.at);
    }),
  share: ({ state, asker }) => {
    if (!asker.participant) return refuse({ code: "no-participant" });
    return state.roster[asker.participant] ? done : refuse({ code: "participant-gone" });
  },
};

function each(
  { control }: Situation,
  sections: readonly HideableSectionId[],
  change: (section: HideableSectionId) => void,
) {
  control.doc.transact(() => {
    for (const section of new Set(sections)) change(section);
  });
  return done;
}
