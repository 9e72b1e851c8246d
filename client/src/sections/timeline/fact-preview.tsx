// What Enter would add, said before it does: the day, the time and the zone of one event, or how many events the lines make
// and from when to when.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Clock } from "lucide-react";
import type { Language, Moment } from "@secondstory/shared";
import { useLanguage } from "../../i18n/use-words.ts";
import type { Fact } from "../../time/read-facts.ts";
import { timeText, weekdayDateText, zoneText } from "../../time/time-text.ts";
import { dateOf } from "../../time/zoned.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

interface FactPreviewProps {
  readonly facts: readonly Fact[];
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Gives day and time fields of their own. */
  readonly onChange: () => void;
}

/** One event's moment, to press where it is not right; or the sum of several. */
export function FactPreview({ facts, zone, now, onChange }: FactPreviewProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (facts.length > 1) return <Several facts={facts} zone={zone} now={now} />;
  const when = facts[0]?.when;
  const said = when ? momentChip(when, zone, language, now) : t`no time yet`;
  return (
    <Button
      size="small"
      className="justify-start! text-left! font-normal! coarse:min-h-11"
      onPress={onChange}
      aria-label={t`When: ${said}. Change it`}
      data-when
    >
      <Icon of={Clock} className="text-ink-2" />
      <span aria-live="polite">
        {when ? (
          <>
            <b className="font-semibold">{said}</b>{" "}
            <span className="text-ink-2">{zoneText(zone)}</span>
          </>
        ) : (
          <span className="text-ink-2">{said}</span>
        )}
      </span>
    </Button>
  );
}

/** `Sat 21 Nov ~23:50`. */
const momentChip = (when: Moment, zone: string, language: Language, now: number): string => {
  const year = Number(dateOf(now, zone).slice(0, 4));
  const day = weekdayDateText(dateOf(when.at, zone), language, year);
  return `${day} ${when.approx ? "~" : ""}${timeText(when.at, zone)}`;
};

function Several({ facts, zone, now }: Omit<FactPreviewProps, "onChange">) {
  const language = useLanguage();
  const moments = facts.flatMap(({ when }) => when ?? []).toSorted((a, b) => a.at - b.at);
  const [first, last] = [moments[0], moments.at(-1)];
  const untimed = facts.length - moments.length;
  const turned = facts.filter(({ note }) => note !== undefined).length;
  const chip = (when: Moment) => momentChip(when, zone, language, now);
  return (
    <div aria-live="polite" className="min-w-0 text-s text-ink-2" data-preview>
      <p className="text-m text-ink">
        <b className="font-semibold">
          <Plural value={facts.length} one="# event" other="# events" />
        </b>
        {first && last && (
          <>
            {" · "}
            <span className="inline-block">{chip(first)} –</span>{" "}
            <span className="inline-block">{chip(last)}</span>
          </>
        )}
        {untimed > 0 && (
          <>
            {" · "}
            <Plural value={untimed} one="# without a time" other="# without a time" />
          </>
        )}
      </p>
      <p>
        <Trans>
          A line without a time belongs to the event above it. Times in {zoneText(zone)}.
        </Trans>
      </p>
      {turned > 0 && (
        <p>
          <Trans>
            The clock was turned in that night: look at those times once they are in the list.
          </Trans>
        </p>
      )}
    </div>
  );
}
