import type { ReactNode } from "react";

/** A part of the gallery under its own line. */
export function Section({ title, note, span, children }: SectionProps) {
  return (
    <section className={span}>
      <h2 className="mb-4 flex justify-between border-t border-ink pt-2 type-over">
        {title}
        <small className="text-s font-normal text-ink-3">{note}</small>
      </h2>
      {children}
    </section>
  );
}
interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly span: string;
  readonly children: ReactNode;
}

/** A part in one state, and which. */
export const Figure = ({ of, children }: { readonly of: string; readonly children: ReactNode }) => (
  <figure className="min-w-0">
    {children}
    <figcaption className="mt-[.55rem] text-s text-ink-3">{of}</figcaption>
  </figure>
);

/** What a press does where there is nothing behind it. */
export const nothing = () => undefined;
