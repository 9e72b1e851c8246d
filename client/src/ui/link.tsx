import { Link as AriaLink, type LinkProps as AriaLinkProps } from "react-aria-components/Link";
import { cx } from "./cx.ts";

export interface LinkProps extends Omit<AriaLinkProps, "className" | "style"> {
  /** Text is underlined, chip dotted (evidence, reasons), plain bare: for titles that are links. */
  readonly look?: "text" | "chip" | "plain" | undefined;
  readonly className?: string | undefined;
}

const looks = {
  text: "underlined hovered:decoration-current",
  chip: "inline-flex items-center gap-[.35em] text-s text-ink-2 underlined-dotted hovered:text-ink",
  plain: "hovered:underlined",
};

/** A link, or with `onPress` and no `href` something that reads as one. Addresses come checked: see safe-url in shared. */
export function Link({ look = "text", className, ...props }: LinkProps) {
  return (
    <AriaLink
      {...props}
      className={cx("cursor-pointer rounded-[1px] touch-target", looks[look], className)}
    />
  );
}
