// Keycaps, and shortcuts written the way this machine writes them.
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface KbdProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A keycap. On touch screens there are no keys, so it is not drawn. */
export function Kbd({ children, className }: KbdProps) {
  return (
    <kbd
      className={cx(
        "inline-block min-w-[1.5em] rounded-check border border-edge px-[.38em] pt-[.2em] pb-[.18em] text-center font-ui text-key leading-none font-medium text-current opacity-85 coarse:hidden",
        className,
      )}
    >
      {children}
    </kbd>
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** A shortcut as text for a keycap: "mod+z" is ⌘Z or Ctrl+Z, "shift+mod+z" ⇧⌘Z or Ctrl+Shift+Z, "j" J. */
export function keysText(shortcut: string): string {
  const parts = shortcut.split("+");
  const key = (parts.at(-1) ?? "").toUpperCase();
  const has = (name: string) => parts.slice(0, -1).includes(name);
  if (isApple)
    return `${has("alt") ? "⌥" : ""}${has("shift") ? "⇧" : ""}${has("mod") ? "⌘" : ""}${key}`;
  const held = [has("mod") && "Ctrl", has("alt") && "Alt", has("shift") && "Shift"];
  return [...held, key].filter(Boolean).join("+");
}

/** The key of a control, drawn beside its words. Its name stays what the words say: the key is told by `aria-keyshortcuts`. */
export const Shortcut = ({
  keys,
  className,
}: {
  readonly keys: string;
  readonly className?: string;
}) => (
  <span aria-hidden className="contents">
    <Kbd className={className}>{keysText(keys)}</Kbd>
  </span>
);

/** The same for assistive technology: "mod+z" is Meta+Z or Control+Z. */
export const ariaKeys = (shortcut: string): string =>
  shortcut
    .split("+")
    .map((part) =>
      part === "mod"
        ? isApple
          ? "Meta"
          : "Control"
        : part === "shift"
          ? "Shift"
          : part.toUpperCase(),
    )
    .join("+");
