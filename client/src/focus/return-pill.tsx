// The way back to what the group looks at, for whoever is elsewhere on the same page: an offer, closed with Esc.
import { useLingui } from "@lingui/react/macro";
import { ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useMediaQuery } from "../screen/use-media-query.ts";
import { JoinPill } from "../ui/join-pill.tsx";

interface ReturnPillProps {
  /** What it leads to: closed once, the pill is back for the next. */
  readonly item: string;
  /** What it is called, in a few words: `event 23:15`. */
  readonly name: string;
  readonly onReturn: () => void;
}

/** Stands in the corner, or below the ticks where there is none, until it is taken, closed, or the item is in sight again. */
export function ReturnPill({ item, name, onReturn }: ReturnPillProps) {
  const { t } = useLingui();
  const [closedFor, setClosedFor] = useState<string>();
  const isShown = closedFor !== item;
  useEffect(() => {
    if (!isShown) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) setClosedFor(item);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isShown, item]);
  const hasCorner = useMediaQuery("(width >= 64rem)");
  if (!isShown) return null;
  const pill = (
    <JoinPill
      action={t`Return`}
      actionIcon={ArrowRight}
      onPress={onReturn}
      place={hasCorner ? "corner" : "flow"}
    >
      {t`We are at ${name}`}
    </JoinPill>
  );
  const below = document.querySelector("[data-pill-place]");
  return hasCorner || !below ? pill : createPortal(pill, below);
}
