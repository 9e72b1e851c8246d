// Moments as numbers: epoch milliseconds, UTC.

/** The furthest moment a date can name, so that no stored number can make a formatter throw. */
export const maxEpochMs = 8.64e15;

/** Whether a stored value is a moment that a date can name. */
export const isEpochMs = (value: unknown): value is number =>
  typeof value === "number" && Math.abs(value) <= maxEpochMs;
