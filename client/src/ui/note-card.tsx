// The sheet a note is written on, in its states. A sheet is only what can be picked up.
import { Trans } from "@lingui/react/macro";
import type { HTMLAttributes, ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { LevelMark } from "./glyphs.tsx";
import { ariaKeys, Shortcut } from "./kbd.tsx";
import { TextButton } from "./text-button.tsx";

export type NoteLook =
  | "plain"
  /** My caret is in it. */
  | "editing"
  /** Only I see it, or the server does not have it yet. */
  | "mine"
  /** The meeting looks at it. */
  | "focus"
  /** Letting go here drops onto it. */
  | "target"
  /** In my hand. */
  | "lifted";

export interface NoteCardProps extends Omit<HTMLAttributes<HTMLDivElement>, "className"> {
  readonly look?: NoteLook | undefined;
  readonly children: ReactNode;
  /** Below the text, small: a mark, a link to a reason, what Enter does. */
  readonly foot?: ReactNode;
  /** At the right of the text: a menu. */
  readonly aside?: ReactNode;
  /** Somebody else writes in it. Colours are numbered by join order, 1 to 8. */
  readonly writer?: { readonly name: string; readonly colour: number } | undefined;
  readonly className?: string | undefined;
}

const looks: Record<NoteLook, string> = {
  plain: "border border-line bg-sheet shadow-rest",
  editing: "border-[1.5px] border-you bg-sheet",
  mine: "border-[1.5px] border-dashed border-you-line bg-you-wash",
  focus: "border-[1.5px] border-ink bg-sun-wash shadow-pop",
  target: "border-[1.5px] border-you bg-sheet ring-4 ring-you-wash",
  lifted: "-rotate-1 border border-you bg-sheet shadow-lift",
};

/** A note. */
export function NoteCard({
  look = "plain",
  children,
  foot,
  aside,
  writer,
  className,
  ...props
}: NoteCardProps) {
  return (
    <div
      {...props}
      className={cx(
        "focus-frame relative rounded-sheet px-[.85rem] py-[.7rem] type-note transition-[box-shadow,border-color,background-color] duration-(--touch)",
        looks[look],
        className,
      )}
    >
      {look === "focus" && <LevelMark className="absolute -top-[9px] left-[.85rem]" />}
      {writer && <WriterTag {...writer} />}
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">{children}</div>
        {aside && <div className="-my-1 -mr-1.5 shrink-0">{aside}</div>}
      </div>
      {foot && (
        <div
          className={cx(
            "mt-[.45rem] flex min-h-5 items-center gap-2 font-ui text-s leading-[1.3]",
            look === "mine" || look === "editing"
              ? "text-you"
              : look === "focus"
                ? "text-ink-2"
                : "text-ink-3",
          )}
        >
          {foot}
        </div>
      )}
    </div>
  );
}

/** The name of whoever writes here, at the corner. Its colour is the colour of their caret. */
export function WriterTag({ name, colour }: { readonly name: string; readonly colour: number }) {
  return (
    <span
      className="absolute -top-[.7rem] right-1.5 rounded-t-sheet rounded-br-sheet px-[.35rem] py-[.2rem] font-ui text-key leading-none font-medium text-sheet not-italic"
      style={{ background: `var(--p${colour})` }}
    >
      {name}
    </span>
  );
}

interface NoteGoneProps {
  readonly onPutBack: () => void;
  readonly className?: string | undefined;
}

/** Where a note was until a moment ago. */
export function NoteGone({ onPutBack, className }: NoteGoneProps) {
  return (
    <div
      className={cx(
        "flex items-center gap-3 rounded-sheet border border-dashed border-edge px-[.85rem] py-[.7rem] text-s text-ink-3",
        className,
      )}
    >
      <Trans>Note removed</Trans>
      <TextButton onPress={onPutBack} className="font-semibold text-ink">
        <Trans>Put it back</Trans>
      </TextButton>
    </div>
  );
}

interface ComposeSlotProps {
  /** “Write a note”. */
  readonly children: string;
  readonly onPress: () => void;
  readonly shortcut?: string | undefined;
  readonly className?: string | undefined;
}

/** Where a new one begins: a dashed place that becomes a field. */
export function ComposeSlot({ children, onPress, shortcut, className }: ComposeSlotProps) {
  return (
    <AriaButton
      onPress={onPress}
      {...(shortcut && { "aria-keyshortcuts": ariaKeys(shortcut) })}
      className={cx(
        "flex w-full cursor-text items-center justify-between gap-3 rounded-sheet border border-dashed border-edge px-[.85rem] py-[.7rem] text-left type-note text-ink-3 hovered:bg-sheet",
        className,
      )}
    >
      {children}
      {shortcut && <Shortcut keys={shortcut} />}
    </AriaButton>
  );
}
