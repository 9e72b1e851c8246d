// The kinds of events to choose from, by family: shape, word, and which one it is now.
import { useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { kindFamilies, type EventKind, type KindFamily } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/icon.tsx";
import { popoverClass } from "../../ui/popover.tsx";
import { KindGlyph } from "./event-glyph.tsx";

interface KindMenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly kind: EventKind;
  readonly onChange: (kind: EventKind) => void;
}

const families = Object.keys(kindFamilies) as KindFamily[];

/** Chooses a kind. */
export function KindMenu({ trigger, kind, onChange }: KindMenuProps) {
  const word = useWords();
  const { t } = useLingui();
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover
        placement="bottom start"
        offset={6}
        containerPadding={12}
        className={cx(popoverClass, "w-56")}
      >
        <AriaMenu
          aria-label={t`Kind of event`}
          className="p-1.5 outline-none"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[kind]}
          onAction={(key) => {
            const chosen = families
              .flatMap((family): readonly EventKind[] => kindFamilies[family])
              .find((known) => known === key);
            if (chosen) onChange(chosen);
          }}
        >
          {families.map((family) => (
            <AriaMenuSection key={family} className="border-line pb-1 not-first:border-t">
              <Header className="px-2.5 pt-1.5 pb-0.5 type-over">
                {word(`families.${family}`)}
              </Header>
              {kindFamilies[family].map((of) => (
                <AriaMenuItem
                  key={of}
                  id={of}
                  textValue={word(`kinds.${of}`)}
                  className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2.5 py-1 outline-none focused:bg-sunk focus-visible:outline-none forced-colors:focused:outline-2 coarse:min-h-11"
                >
                  {({ isSelected }) => (
                    <>
                      <KindGlyph kind={of} />
                      <span className="flex-1">{word(`kinds.${of}`)}</span>
                      <Icon of={Check} className={isSelected ? "" : "invisible"} />
                    </>
                  )}
                </AriaMenuItem>
              ))}
            </AriaMenuSection>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}
