// Icons are lucide's, drawn as thin as the lines of the page and as large as the text beside them.
import type { LucideIcon } from "lucide-react";

interface IconProps {
  readonly of: LucideIcon;
  readonly className?: string | undefined;
}

/** An icon beside a word, which it never replaces: assistive technology does not hear of it. */
export function Icon({ of: Drawing, className }: IconProps) {
  return <Drawing aria-hidden size="1.125em" strokeWidth={1.6} className={className} />;
}
