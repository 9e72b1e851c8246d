import type { ReactNode } from "react";

/** One question where there is nothing yet. */
export function EmptyQuestion({ children }: { readonly children: ReactNode }) {
  return <p className="font-story text-l leading-[1.45] text-ink-2">{children}</p>;
}
