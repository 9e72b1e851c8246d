// Reading figures from the environment. One that cannot be understood is said in one sentence.

/** A setting has a value that cannot be understood. The message is one sentence for the operator. */
export class BadSetting extends Error {
  override readonly name = "BadSetting";
}

/** What a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A mebibyte. */
export const mib = 1024 * 1024;

/** The most that any of the figures may say, in its own unit: beyond it something overflows. */
const maxCount = 1_000_000;

/** Reads a figure in its own unit, or gives the default, which is in units already. Throws `BadSetting`. */
export function readCount(env: Environment, name: string, fallback: number, unit = 1): number {
  const text = env[name];
  if (!text) return fallback;
  const count = Number(text);
  const max = unit === mib ? 1_024 : maxCount;
  if (Number.isInteger(count) && count >= 1 && count <= max) return count * unit;
  throw new BadSetting(`${name} must be a whole number from 1 to ${max}, not "${text}".`);
}
