// What can be asked about the item in focus, what was seen, and the note taker; spotlight.ts says what they are.
import { z } from "zod/mini";
import type { CardId } from "../ids.ts";
import { done, refuse } from "../result.ts";
import { asked, card, phase } from "./asked.ts";
import type { ControlState } from "./control.ts";
import { linkHolder, type DecisionsOn, type RolesFor } from "./situation.ts";
import { noteSeen, putSpotlight, walks } from "./spotlight.ts";

/** So many items one request names: a group with all its notes, or everything that is left of a long timeline. */
const maxItemsAtOnce = 500;

export const focusShapes = [
  /** Puts an item in focus for everybody; null takes the light away. `also` are those seen with it: the notes of a group. */
  z.object({
    type: z.literal("spotlight"),
    item: z.nullable(card),
    also: z.optional(z.array(card).check(z.maxLength(maxItemsAtOnce))),
    ...asked,
    /** May also be the item the sender saw in focus, null where there was none. */
    from: z.optional(z.union([phase, z.nullable(card)])),
  }),
  /** Notes without the light what the group did with items: seen, passed over, or neither after all. */
  z.object({
    type: z.literal("markReviewed"),
    items: z.array(card).check(z.minLength(1), z.maxLength(maxItemsAtOnce)),
    as: z._default(z.enum(["seen", "skipped", "open"]), "seen"),
    ...asked,
  }),
  /** Says which items are stepped through and counted. */
  z.object({ type: z.literal("setWalk"), walk: z.enum(walks), ...asked }),
  /** Takes the notes from here on, in place of whoever did; with `take: false` gives it up, if it was the sender. */
  z.object({ type: z.literal("takeNotes"), take: z._default(z.boolean(), true), ...asked }),
] as const;

export const focusRoles: RolesFor<typeof focusShapes> = {
  spotlight: "facilitator",
  markReviewed: "facilitator",
  setWalk: "facilitator",
  takeNotes: "participant",
};

export const focusDecisions: DecisionsOn<typeof focusShapes> = {
  spotlight: ({ control, state, asker, at, limits }, { item, also = [] }) => {
    const by = asker.participant ?? linkHolder;
    const together = item === null ? [] : notSeen(state, [item, ...also]);
    control.doc.transact(() => {
      if ((state.spotlight?.item ?? null) !== item)
        putSpotlight(control, item === null ? undefined : { item, since: at, by });
      noteSeen(control, together, { at, isSkipped: false }, limits.seenItems);
    });
    return done;
  },
  markReviewed: ({ control, state, at, limits }, { items, as }) => {
    const isSkipped = as === "skipped";
    control.doc.transact(() => {
      if (as === "open") for (const item of items) control.seen.delete(item);
      else
        noteSeen(
          control,
          items.filter((item) => state.seen[item]?.isSkipped !== isSkipped),
          { at, isSkipped },
          limits.seenItems,
        );
    });
    return done;
  },
  setWalk: ({ control, state }, { walk }) => {
    if (state.walk !== walk) control.focus.set("walk", walk);
    return done;
  },
  takeNotes: ({ control, state, asker }, { take }) => {
    const who = asker.participant;
    if (!who) return refuse({ code: "no-participant" });
    if (!state.roster[who]) return refuse({ code: "participant-gone" });
    if (take && state.noteTaker !== who) control.focus.set("noteTaker", who);
    if (!take && state.noteTaker === who) control.focus.set("noteTaker", null);
    return done;
  },
};

const notSeen = ({ seen }: ControlState, items: readonly CardId[]): readonly CardId[] =>
  [...new Set(items)].filter((item) => seen[item]?.isSkipped !== false);
