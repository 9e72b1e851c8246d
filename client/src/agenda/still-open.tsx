// What would be left unfinished, wherever the meeting ends: it is told, and locks nothing.
import { Plural, Trans } from "@lingui/react/macro";
import { Check, CircleHelp, Eye, StickyNote, UserRound, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { PhaseId, StillOpenKind } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { closePanel } from "../screen/panels.ts";
import { useLook } from "../screen/look.ts";
import { Icon } from "../ui/icon.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { useStillOpen } from "./use-still-open.ts";

/** How each kind is told, and where it is seen to. */
const kinds: Readonly<
  Record<
    StillOpenKind,
    {
      readonly icon: LucideIcon;
      readonly phase: PhaseId;
      readonly say: (count: number) => ReactNode;
    }
  >
> = {
  drafts: {
    icon: StickyNote,
    phase: "lessons",
    say: (count) => <Plural value={count} one="# note not revealed" other="# notes not revealed" />,
  },
  unseen: {
    icon: Eye,
    phase: "timeline",
    say: (count) => (
      <Plural
        value={count}
        one="# event or note not seen together"
        other="# events and notes not seen together"
      />
    ),
  },
  questions: {
    icon: CircleHelp,
    phase: "timeline",
    say: (count) => <Plural value={count} one="# open question" other="# open questions" />,
  },
  actions: {
    icon: UserRound,
    phase: "actions",
    say: (count) => (
      <Plural value={count} one="# action without a name" other="# actions without a name" />
    ),
  },
};

/** What is unfinished, with the way there. */
export function StillOpen({ className }: { readonly className?: string }) {
  const open = useStillOpen();
  const meeting = useControl(({ phase }) => phase);
  const look = useLook((state) => state.look);
  const follow = useLook((state) => state.follow);
  if (open.length === 0)
    return (
      <p className={className}>
        <span className="flex items-center gap-2.5">
          <Icon of={Check} className="text-ink-2" />
          <Trans>All was seen, no question is open, and every action has a name.</Trans>
        </span>
      </p>
    );
  return (
    <ul className={className}>
      {open.map(({ kind, count }) => {
        const { icon, phase, say } = kinds[kind];
        return (
          <li key={kind} className="flex items-baseline gap-x-2.5 py-0.5">
            <Icon of={icon} className="shrink-0 translate-y-[.15em] text-ink-2" />
            <span className="min-w-0">
              {say(count)}{" "}
              <TextButton
                className="text-s text-ink-2"
                onPress={() => {
                  closePanel();
                  if (phase === meeting) follow();
                  else look(phase);
                }}
              >
                <Trans>show them</Trans>
              </TextButton>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
