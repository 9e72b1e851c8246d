// The notes of others while nobody may read them: blank slips, equal in size, one lip each, and how many in words.
import { Plural, Trans } from "@lingui/react/macro";
import { cx } from "../../ui/cx.ts";
import { WritingDots } from "../../ui/glyphs.tsx";

interface PileProps {
  /** How many notes others have written here, as the last batch said. */
  readonly count: number;
  /** Somebody is writing here, said only while enough people write. */
  readonly isWritten: boolean;
}

/** A pile that is higher would say no more: from here on it is the number. */
const mostLips = 12;

const slip =
  "relative flex h-[2.1rem] items-center rounded-sheet border border-line bg-sheet px-[.85rem] text-s text-ink-2 shadow-[0_2px_3px_-2px_var(--shade-2)] not-first:-mt-[1.4rem] [&:nth-child(3n)]:-ml-px [&:nth-child(3n)]:mr-px [&:nth-child(3n+2)]:-mr-0.5 [&:nth-child(3n+2)]:ml-0.5";

/** A pile of blank slips. */
export function Pile({ count, isWritten }: PileProps) {
  if (count === 0 && !isWritten) return null;
  const lips = Math.min(count, mostLips);
  return (
    <div data-pile>
      <p className="sr-only">
        <Plural
          value={count}
          _0="no notes from others yet"
          one="# note from others, hidden until the reveal"
          other="# notes from others, hidden until the reveal"
        />
      </p>
      <div aria-hidden className="grid">
        {Array.from({ length: lips }, (_, index) => (
          <div key={index} className={slip}>
            {index === mostLips - 1 && count > mostLips && (
              <Plural value={count} one="# note" other="# notes" />
            )}
          </div>
        ))}
      </div>
      {isWritten && (
        <div
          aria-hidden
          className={cx(
            "flex h-[2.1rem] items-center gap-2.5 rounded-sheet border border-dashed border-line px-[.85rem] text-s text-ink-3",
            lips > 0 && "mt-[.4rem]",
          )}
        >
          <WritingDots />
          <Trans>being written</Trans>
        </div>
      )}
    </div>
  );
}
