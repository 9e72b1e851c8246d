import type { ReactNode } from "react";

interface EmptyExampleProps {
  readonly time?: string | undefined;
  readonly glyph?: ReactNode;
  readonly children: ReactNode;
}

/** An example in the place of the first entry, which takes its place. Never an illustration. */
export function EmptyExample({ time, glyph, children }: EmptyExampleProps) {
  return (
    <div className="flex items-start gap-3 rounded-sheet border border-dashed border-edge px-4 py-2.5 text-ink-2">
      {time !== undefined && <span className="type-time">{time}</span>}
      {glyph}
      <p className="type-note italic">{children}</p>
    </div>
  );
}

/** One question where there is nothing yet. */
export function EmptyQuestion({ children }: { readonly children: ReactNode }) {
  return <p className="font-story text-l leading-[1.45] text-ink-2">{children}</p>;
}
