// Actions: specific measures, each with one person who sees to it.
import type { PhrasingContent } from "mdast";
import { z } from "zod/mini";
import { defineSection } from "./section.ts";

/** What an action does: less likely, seen earlier, smaller, handled better, or found out. */
export const actionTypes = ["prevent", "detect", "mitigate", "respond", "learn"] as const;

/** How much it relies on memory and care: strong not at all, weak on nothing else. From the action hierarchy of RCA². */
export const strengths = ["weak", "intermediate", "strong"] as const;

export type ActionType = (typeof actionTypes)[number];
export type Strength = (typeof strengths)[number];

/** A day as `2026-04-02`, without a zone: due is due everywhere on that day. */
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What nobody sees: an owner of these alone is none. */
const invisible = /[\s\u0085\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/** Whether a name that can be seen stands there. */
export const hasOwner = (owner: string | null): owner is string =>
  owner !== null && owner.replace(invisible, "") !== "";

export const actions = defineSection({
  id: "actions",
  fields: {
    owner: z._default(z.nullable(z.string()), null),
    due: z._default(z.nullable(day), null),
    done: z._default(z.boolean(), false),
    type: z._default(z.nullable(z.enum(actionTypes)), null),
    strength: z._default(z.nullable(z.enum(strengths)), null),
  },
  reportLine: ({ text, links, fields }, say) => {
    const owner = hasOwner(fields.owner) ? fields.owner : say("report.noOwner");
    const rest = [
      fields.due && `${say("report.due")} ${fields.due}`,
      fields.type && say(`actionTypes.${fields.type}`),
      fields.strength && say(`strengths.${fields.strength}`),
    ].filter((part) => part !== null);
    const content: PhrasingContent[] = [
      ...text,
      { type: "text", value: " — " },
      { type: "strong", children: [{ type: "text", value: owner }] },
      ...rest.map((part): PhrasingContent => ({ type: "text", value: `, ${part}` })),
      ...links.flatMap((link): PhrasingContent[] => [{ type: "text", value: ", " }, link]),
    ];
    return { checked: fields.done, content };
  },
});
