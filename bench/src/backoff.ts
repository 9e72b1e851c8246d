// How clients come back after their server went away.

/** An outage so far. */
interface Outage {
  /** Tries that were in vain. */
  readonly tries: number;
  /** Since the connection was lost; 0 for the first try. */
  readonly awayMs: number;
}

/** Milliseconds to wait before the next try. */
export type Backoff = (outage: Outage) => number;

/** The y-websocket client: doubling up to 2.5 s, everybody in step. */
export const standardBackoff: Backoff = ({ tries }) => Math.min(2_500, 100 * 2 ** tries);

/**
 * Our client: the first try within 150 ms; then waits drawn by lot, at most a quarter of the time one is away already. As in
 * the client's `retry-delay.ts`.
 */
export const ourBackoff =
  (throwDie: () => number): Backoff =>
  ({ awayMs }) =>
    awayMs === 0
      ? 150 * throwDie()
      : 50 + throwDie() * (Math.min(Math.max(awayMs / 4, 150), 2_500) - 50);
