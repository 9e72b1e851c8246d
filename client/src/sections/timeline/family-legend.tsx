import { kindFamilies, type KindFamily } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { EventGlyph } from "../../ui/glyphs.tsx";

const families = Object.keys(kindFamilies) as KindFamily[];

/** What the signs of the events mean. */
export function FamilyLegend() {
  const word = useWords();
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-s text-ink-2">
      {families.map((family) => (
        <li key={family} className="flex items-center gap-1">
          <EventGlyph family={family} className="h-[19px] w-[15px]" />
          {word(`families.${family}`)}
        </li>
      ))}
    </ul>
  );
}
