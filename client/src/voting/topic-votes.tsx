// The votes beside a topic: mine while the vote is open, everybody's once it is closed.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Minus, Plus, type LucideIcon } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardId } from "@secondstory/shared";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { VoteCount } from "./vote-count.tsx";
import { useVoting } from "./voting.tsx";

interface TopicVotesProps {
  readonly id: CardId;
  /** What the topic is called. */
  readonly name: string;
  readonly className?: string | undefined;
}

/** Nothing where there is no vote, or nothing to say of it. */
export function TopicVotes({ id, name, className }: TopicVotesProps) {
  const { t } = useLingui();
  const voting = useVoting();
  if (!voting) return null;
  const { isOpen, countOf, mineOn, isCovered, left, readOnly, cast, takeBack } = voting;
  if (!isOpen) {
    const count = countOf(id);
    if (count === 0) return null;
    return <VoteCount count={count} className={className} />;
  }
  if (readOnly !== undefined) return null;
  const mine = isCovered ? 0 : mineOn(id);
  return (
    <span
      role="group"
      aria-label={t`Votes: ${name}`}
      className={cx("ml-auto inline-flex shrink-0 items-center gap-1", className)}
    >
      {(mine > 0 || isCovered) && (
        <Round icon={Minus} label={t`Take one vote back: ${name}`} onPress={() => takeBack(id)} />
      )}
      {mine > 0 && (
        <span className="inline-flex gap-[3px]">
          <span className="sr-only">
            {plural(mine, { one: "# vote of yours", other: "# votes of yours" })}
          </span>
          {Array.from({ length: mine }, (_, index) => (
            // dots are alike, and there is nothing else to tell them by
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} aria-hidden className="size-[.8rem] rounded-pill bg-you" />
          ))}
        </span>
      )}
      <Round
        icon={Plus}
        label={t`Vote: ${name}`}
        isSpent={left === 0 && !isCovered}
        onPress={() => cast(id)}
      />
    </span>
  );
}

interface RoundProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isSpent?: boolean;
  readonly onPress: () => void;
}

/** Pressed without votes left it says so: it stays where the finger expects it. */
function Round({ icon, label, isSpent = false, onPress }: RoundProps) {
  return (
    <AriaButton
      aria-label={label}
      onPress={onPress}
      {...(isSpent && { "aria-disabled": true })}
      className={cx(
        "grid size-8 place-items-center rounded-pill inset-ring inset-ring-line hovered:bg-sunk coarse:size-11",
        isSpent ? "text-edge" : "text-ink-2",
      )}
    >
      <Icon of={icon} className="size-[1.1rem]" />
    </AriaButton>
  );
}
