import { familyOf, type EventKind } from "@secondstory/shared";
import { EventGlyph } from "../../ui/glyphs.tsx";

/** Kinds that are the weaker sibling in their family. */
const hollow: ReadonlySet<EventKind> = new Set(["background", "hypothesis", "action", "followup"]);

interface KindGlyphProps {
  readonly kind: EventKind;
  readonly className?: string | undefined;
}

/** The sign of a kind: its family's shape, hollow for the weaker sibling. */
export function KindGlyph({ kind, className }: KindGlyphProps) {
  return <EventGlyph family={familyOf(kind)} isHollow={hollow.has(kind)} className={className} />;
}
