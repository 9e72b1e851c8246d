/** What is left as digits: `16:20`, `75:00`; what is over as `+1:20`. Seconds are whole. */
export function clockDigits(secondsLeft: number): string {
  const seconds = Math.abs(secondsLeft);
  const minutes = String(Math.floor(seconds / 60));
  const rest = String(seconds % 60).padStart(2, "0");
  return secondsLeft < 0 ? `+${minutes}:${rest}` : `${minutes.padStart(2, "0")}:${rest}`;
}

/** Whole seconds: the last one is counted to its end, so that `00:00` is the end itself. */
export const wholeSeconds = (leftMs: number): number => Math.ceil(leftMs / 1_000);

/** How long until the digits change, in milliseconds. */
export function msToNextSecond(leftMs: number): number {
  const rest = leftMs % 1_000;
  return rest > 0 ? rest : rest + 1_000;
}
