import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover as AriaPopover, type PopoverProps } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { Shortcut } from "./kbd.tsx";
import { popoverClass } from "./popover-class.ts";

interface MenuProps {
  /** What opens it. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
  readonly placement?: PopoverProps["placement"] | undefined;
  readonly isOpenAtFirst?: boolean | undefined;
}

/** Things to do, behind one button. Arrows and letters move in it. */
export function Menu({
  trigger,
  label,
  children,
  placement = "bottom end",
  isOpenAtFirst = false,
}: MenuProps) {
  return (
    <MenuTrigger defaultOpen={isOpenAtFirst}>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        containerPadding={12}
        className={cx(popoverClass, "w-[min(19rem,calc(100vw-1.5rem))]")}
      >
        <AriaMenu aria-label={label} className="p-1.5 outline-none">
          {children}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

interface MenuSectionProps {
  readonly title?: string | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A group in a menu, under a hairline. */
export function MenuSection({ title, label, children }: MenuSectionProps) {
  return (
    <>
      <Separator className="mx-2 my-1.5 h-px bg-line first:hidden" />
      <AriaMenuSection {...(label !== undefined && { "aria-label": label })}>
        {title !== undefined && <Header className="px-2.5 pt-1 pb-0.5 type-over">{title}</Header>}
        {children}
      </AriaMenuSection>
    </>
  );
}

interface MenuChoiceProps<Id extends string> {
  readonly title: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of a few, inside a menu; the menu stays open. */
export function MenuChoice<Id extends string>({
  title,
  options,
  value,
  onChange,
}: MenuChoiceProps<Id>) {
  return (
    <>
      <Separator className="mx-2 my-1.5 h-px bg-line first:hidden" />
      <AriaMenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys !== "all" && keys.has(option.id));
          if (chosen) onChange(chosen.id);
        }}
      >
        <Header className="px-2.5 pt-1 pb-0.5 type-over">{title}</Header>
        {options.map((option) => (
          <AriaMenuItem
            key={option.id}
            id={option.id}
            textValue={option.label}
            shouldCloseOnSelect={false}
            className={itemClass}
          >
            {({ isSelected }) => (
              <>
                <Icon of={Check} className={isSelected ? "" : "invisible"} />
                <Text slot="label">{option.label}</Text>
              </>
            )}
          </AriaMenuItem>
        ))}
      </AriaMenuSection>
    </>
  );
}

interface MenuItemProps {
  readonly children: string;
  readonly onAction: () => void;
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  /** It cannot be undone: its words are in clay, and it asks again before it happens. */
  readonly isDanger?: boolean | undefined;
  /** Why it cannot be done now, and who can change that; stands below the words. */
  readonly disabledReason?: string | undefined;
}

const itemClass =
  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1.5 -outline-offset-2! focused:bg-sunk coarse:min-h-11";

/** Something to do. */
export function MenuItem({
  children,
  onAction,
  icon,
  shortcut,
  isDanger = false,
  disabledReason,
}: MenuItemProps) {
  const isDisabled = disabledReason !== undefined;
  return (
    <AriaMenuItem
      textValue={children}
      {...(isDisabled
        ? {
            shouldCloseOnSelect: false,
            // Not React Aria's own disabling, which takes the item out of the reach of arrows and screen readers.
            render: (props) =>
              "href" in props ? (
                <a {...props}>{props.children}</a>
              ) : (
                <div {...props} aria-disabled />
              ),
          }
        : { onAction })}
      className={cx(
        itemClass,
        isDanger && "text-harm-ink",
        isDisabled && "cursor-default text-ink-3",
      )}
    >
      {icon && <Icon of={icon} className={isDanger || isDisabled ? "" : "text-ink-2"} />}
      <span className="min-w-0 flex-1">
        {children}
        {isDisabled && <span className="block text-s text-ink-2">{disabledReason}</span>}
      </span>
      {shortcut && <Shortcut keys={shortcut} />}
    </AriaMenuItem>
  );
}
