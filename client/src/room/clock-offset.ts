// How far this device's clock is from the server's, out of what the server says its time is.

/**
 * More than this is no late message: one of the two clocks was set anew.
 */
const lateMs = 2_000;

/**
 * The offset after a measurement, in milliseconds to add to this device's clock. A message that took its time, or waited for
 * a busy page, makes the server look behind; so of several measurements the one furthest ahead is the best.
 */
export const measuredOffset = (measuredMs: number, lastMs: number | undefined): number =>
  lastMs === undefined || measuredMs > lastMs || measuredMs < lastMs - lateMs ? measuredMs : lastMs;
