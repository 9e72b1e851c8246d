// “Since you were here: 6 events, 2 notes”, and the way from one to the next. Only this person sees it; it stays until it is
// dismissed and covers nothing.
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { News, NewsKind } from "@secondstory/shared";
import { excerptOf } from "../cards/excerpt-of.ts";
import { useSession } from "../room/use-session.ts";
import { useNews } from "../screen/news.ts";
import { useShortcut } from "../screen/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { announce } from "../ui/live-region.tsx";
import { openCard } from "./open-card.ts";

/** Nothing where nothing is new. */
export default function SinceBar() {
  const { news, dismiss } = useNews();
  return news.length === 0 ? null : <Steps news={news} onDismiss={dismiss} />;
}

interface StepsProps {
  readonly news: readonly News[];
  readonly onDismiss: () => void;
}

function Steps({ news, onDismiss }: StepsProps) {
  const { t } = useLingui();
  const session = useSession();
  const [at, setAt] = useState(-1);
  const cards = news.flatMap((kind) => kind.cards);
  const counts = news.map(({ kind, cards: { length } }) => countText[kind](length)).join(", ");
  const told = t`Since you were here: ${counts}`;
  useEffect(() => announce(told), [told]);

  const step = (by: 1 | -1, keepsFocus: boolean) => {
    const next = Math.min(Math.max(at + by, 0), cards.length - 1);
    const id = cards[next];
    if (!id) return;
    setAt(next);
    if (!openCard(session, id, keepsFocus) || !keepsFocus) return;
    const card = session.boardView.getState().cards[id];
    if (card) announce(t`${next + 1} of ${cards.length}: ${excerptOf(card)}`);
  };
  useShortcut("w", () => step(1, false));
  useShortcut("Shift+W", () => step(-1, false));

  return (
    <section
      aria-label={t`New since your last visit`}
      data-below-top
      className="flex flex-wrap items-center gap-x-2 border-b border-line bg-you-wash px-(--page) py-0.5 text-s"
    >
      <p className="min-w-0 flex-1 basis-40 py-1 text-pretty">
        {told}
        {at >= 0 && (
          <span className="text-ink-2 tabular-nums">
            {" · "}
            <Trans>
              {at + 1} of {cards.length}
            </Trans>
          </span>
        )}
      </p>
      <span className="ml-auto flex items-center gap-1">
        <Button
          look="quiet"
          size="icon"
          aria-label={t`The one before`}
          tooltip={t`The one before`}
          disabledReason={at <= 0 ? t`This is the first.` : undefined}
          onPress={() => step(-1, true)}
        >
          <Icon of={ChevronLeft} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={at < 0 ? t`Show the first` : t`The next one`}
          tooltip={at < 0 ? t`Show the first` : t`The next one`}
          disabledReason={at >= cards.length - 1 ? t`This is the last.` : undefined}
          onPress={() => step(1, true)}
        >
          <Icon of={ChevronRight} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={t`Dismiss`}
          tooltip={t`Dismiss`}
          onPress={() => {
            onDismiss();
            document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
          }}
        >
          <Icon of={X} />
        </Button>
      </span>
    </section>
  );
}

/** How each kind of news is counted. */
const countText: Readonly<Record<NewsKind, (count: number) => string>> = {
  events: (count) => plural(count, { one: "# event", other: "# events" }),
  questions: (count) => plural(count, { one: "# question", other: "# questions" }),
  answers: (count) => plural(count, { one: "# answer", other: "# answers" }),
  remarks: (count) => plural(count, { one: "# thing said", other: "# things said" }),
  voices: (count) => plural(count, { one: "# voice", other: "# voices" }),
  conditions: (count) => plural(count, { one: "# condition", other: "# conditions" }),
  notes: (count) => plural(count, { one: "# note", other: "# notes" }),
  actions: (count) => plural(count, { one: "# action", other: "# actions" }),
  ideas: (count) => plural(count, { one: "# parked idea", other: "# parked ideas" }),
  expected: (count) => plural(count, { one: "# person expected", other: "# people expected" }),
};
