// One of a few, chosen from a menu beside what shows the choice: each with its sign, in groups where there are many.
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
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { popoverClass } from "./popover-class.ts";

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly glyph?: ReactNode;
}

export interface ChoiceGroup<Id extends string> {
  readonly title?: string | undefined;
  readonly choices: readonly Choice<Id>[];
}

interface ChoiceMenuProps<Id extends string> {
  /** What is chosen, for assistive technology. */
  readonly label: string;
  /** The button that shows the choice and opens the menu. */
  readonly trigger: ReactNode;
  readonly groups: readonly ChoiceGroup<Id>[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
}

/** A menu in which one thing is chosen. */
export function ChoiceMenu<Id extends string>(props: ChoiceMenuProps<Id>) {
  const { label, trigger, groups, value, onChange } = props;
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover
        placement="bottom start"
        offset={6}
        containerPadding={12}
        className={cx(popoverClass, "min-w-48")}
      >
        <AriaMenu
          aria-label={label}
          className="p-1.5 outline-none"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={value === undefined ? [] : [value]}
          onAction={(key) => {
            const chosen = groups.flatMap(({ choices }) => choices).find(({ id }) => id === key);
            if (chosen) onChange(chosen.id);
          }}
        >
          {groups.map(({ title, choices }) => (
            <AriaMenuSection
              key={title ?? ""}
              {...(title === undefined && { "aria-label": label })}
              className="border-line pb-1 not-first:border-t last:pb-0"
            >
              {title !== undefined && (
                <Header className="px-2.5 pt-1.5 pb-0.5 type-over">{title}</Header>
              )}
              {choices.map((choice) => (
                <AriaMenuItem
                  key={choice.id}
                  id={choice.id}
                  textValue={choice.label}
                  className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2.5 py-1 -outline-offset-2! focused:bg-sunk coarse:min-h-11"
                >
                  {({ isSelected }) => (
                    <>
                      {choice.glyph}
                      <span className="flex-1">{choice.label}</span>
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
