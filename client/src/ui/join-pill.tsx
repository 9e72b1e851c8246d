import type { LucideIcon } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { cx } from "./cx.ts";
import { LevelMark } from "./glyphs.tsx";
import { Icon } from "./icon.tsx";

export interface JoinPillProps {
  /** “Meeting is at Lessons”. */
  readonly children: string;
  readonly action: string;
  readonly actionIcon?: LucideIcon | undefined;
  readonly onPress: () => void;
  /** Sun says where the meeting is; sheet is somebody asking everyone to a place. */
  readonly tone?: "sun" | "sheet" | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Hangs below the label it belongs to, inside a positioned parent; or in the right corner below the top bar; or in the flow. */
  readonly place?: "label" | "corner" | "flow" | undefined;
}

/** The meeting is elsewhere, or somebody asks everyone to a place: an offer, never a pull. It does not time out. */
export function JoinPill({
  children,
  action,
  actionIcon,
  onPress,
  tone = "sun",
  icon,
  place = "flow",
}: JoinPillProps) {
  const isSun = tone === "sun";
  return (
    <span
      role="group"
      aria-label={children}
      className={cx(
        "inline-flex min-h-[2.6rem] animate-[toast-in_var(--enter)_var(--ease)] items-center gap-[.7rem] rounded-pill pr-[.35rem] pl-[1.1rem] py-[.35rem] text-m font-medium shadow-pop",
        isSun
          ? "bg-sun text-on-sun inset-ring-[1.25px] inset-ring-(--sun-edge)"
          : "bg-sheet text-ink inset-ring inset-ring-edge",
        place === "corner" &&
          "fixed top-[calc(var(--top)+.7rem+var(--below-top,0px))] right-(--page) z-10",
        place === "label" &&
          "absolute whitespace-nowrap top-[calc(100%+.7rem+var(--below-top,0px))] left-1/2 z-10 -translate-x-1/2 before:absolute before:-top-[6px] before:left-1/2 before:size-[11px] before:-translate-x-1/2 before:rotate-45 before:border-t-[1.25px] before:border-l-[1.25px] before:border-(--sun-edge) before:bg-sun",
      )}
    >
      {icon ? (
        <Icon of={icon} />
      ) : (
        place !== "label" && <LevelMark className="[&>path]:stroke-on-sun" />
      )}
      <span className="leading-tight">{children}</span>
      <AriaButton
        onPress={onPress}
        className={cx(
          "inline-flex min-h-[1.9rem] shrink-0 items-center gap-[.5em] rounded-pill px-[.95rem] text-s leading-none font-medium coarse:min-h-11",
          isSun ? "bg-on-sun text-sun" : "bg-ink text-on-ink",
        )}
      >
        {action}
        {actionIcon && <Icon of={actionIcon} />}
      </AriaButton>
    </span>
  );
}
