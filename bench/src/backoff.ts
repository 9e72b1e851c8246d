// How clients come back after their server went away.

/** Milliseconds to wait before the n-th try, from 0. */
export type Backoff = (tries: number) => number;

/** The y-websocket client: doubling up to 2.5 s, everybody in step. */
export const standardBackoff: Backoff = (tries) => Math.min(2_500, 100 * 2 ** tries);

/** Our client: the first try at once, spread over a moment; then doubling, each wait spread over its upper half. */
export const ourBackoff =
  (throwDie: () => number): Backoff =>
  (tries) =>
    tries === 0
      ? 50 * throwDie()
      : Math.min(2_500, 100 * 2 ** (tries - 1)) * (0.5 + throwDie() / 2);
