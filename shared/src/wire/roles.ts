// What a seat lets its holder do.

/** Facilitators lead and write, participants write, observers read. */
export const roles = ["facilitator", "participant", "observer"] as const;

export type Role = (typeof roles)[number];

/** Whether the first role may at least what the second may: facilitators before participants before observers. */
export const isAtLeast = (role: Role, other: Role): boolean =>
  roles.indexOf(role) <= roles.indexOf(other);
