import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { kindFamilies, type EventKind, type KindFamily } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { ChoiceMenu, type ChoiceGroup } from "../../ui/choice-menu.tsx";
import { KindGlyph } from "./event-glyph.tsx";

interface KindMenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly kind: EventKind;
  readonly onChange: (kind: EventKind) => void;
}

const families = Object.entries(kindFamilies) as [KindFamily, readonly EventKind[]][];

/** Chooses the kind of an event, by family: shape, word, and which one it is now. */
export function KindMenu({ trigger, kind, onChange }: KindMenuProps) {
  const { t } = useLingui();
  const word = useWords();
  const groups = families.map(([family, kinds]): ChoiceGroup<EventKind> => ({
    title: word(`families.${family}`),
    choices: kinds.map((id) => ({
      id,
      label: word(`kinds.${id}`),
      glyph: <KindGlyph kind={id} />,
    })),
  }));
  return (
    <ChoiceMenu
      label={t`Kind of event`}
      trigger={trigger}
      groups={groups}
      value={kind}
      onChange={onChange}
    />
  );
}
