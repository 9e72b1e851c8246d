// Keeps what did not change: plain data read twice is one object wherever both readings say the same.

/**
 * The next reading, built from pieces of the last one wherever they are equal; the last one itself if all of it is.
 *
 * For plain data only: null, texts, numbers, truth values, lists, and records without a class.
 */
export function keepSame<Data>(last: unknown, next: Data): Data {
  if (Object.is(last, next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) return keepSameList(last, next);
  if (isRecord(last) && isRecord(next)) return keepSameRecord(last, next);
  return next;
}

function keepSameList<List extends readonly unknown[]>(last: readonly unknown[], next: List): List {
  const merged: readonly unknown[] = next.map((item, index) => keepSame(last[index], item));
  const isSame =
    last.length === next.length && merged.every((item, index) => Object.is(item, last[index]));
  return (isSame ? last : merged) as List; // one of two lists that say what `next` says
}

function keepSameRecord<Data extends Plain>(last: Plain, next: Data): Data {
  const keys = Object.keys(next);
  const merged = Object.fromEntries(keys.map((key) => [key, keepSame(last[key], next[key])]));
  const isSame =
    Object.keys(last).length === keys.length &&
    keys.every((key) => key in last && Object.is(merged[key], last[key]));
  return (isSame ? last : merged) as Data; // one of two records that say what `next` says
}

type Plain = Readonly<Record<string, unknown>>;

const isRecord = (data: unknown): data is Plain =>
  typeof data === "object" && data !== null && !Array.isArray(data);
