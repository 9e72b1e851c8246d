// The time of an event, and the fields that open when it is pressed.
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { setFields, type CardOf, type Moment } from "@secondstory/shared";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useSession } from "../../room/use-session.ts";
import { readWhen, typedWhen } from "../../time/read-when.ts";
import { timeText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { WhenFields } from "../../time/when-fields.tsx";
import { dateOf } from "../../time/zoned.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Popover } from "../../ui/popover.tsx";
import { OutOfRow } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { isTextField } from "../../ui/text-field.tsx";

interface EventWhenProps {
  readonly card: CardOf<"timeline">;
  /** The group has looked at it: its time stands out. */
  readonly isSeen: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** When it happened; press it to say otherwise. */
export function EventWhen({ card, isSeen, isOpen, onOpenChange }: EventWhenProps) {
  const { t } = useLingui();
  const { zone } = useTimeZone();
  const disabledReason = useReadOnlySentence();
  const { when } = card.fields;
  return (
    <Popover
      label={t`When did it happen?`}
      isOpen={isOpen && disabledReason === undefined}
      onOpenChange={onOpenChange}
      placement="bottom start"
      trigger={
        <TextButton
          look="plain"
          disabledReason={disabledReason}
          aria-label={when ? t`Change the time: ${momentText(when, zone)}` : t`Set a time`}
          className={cx(
            "type-time coarse:min-w-11 coarse:text-right",
            !isSeen && "font-normal! text-ink-2",
          )}
        >
          {when ? <MomentText when={when} zone={zone} /> : <span className="text-ink-3">–:–</span>}
        </TextButton>
      }
    >
      {(close) => (
        <OutOfRow>
          <WhenForm card={card} onClose={close} />
        </OutOfRow>
      )}
    </Popover>
  );
}

/** `~14:05` as text. */
export const momentText = (when: Moment, zone: string): string =>
  `${when.approx ? "~" : ""}${timeText(when.at, zone)}`;

function MomentText({ when, zone }: { readonly when: Moment; readonly zone: string }) {
  return (
    <time dateTime={new Date(when.at).toISOString()}>
      {when.approx && <span className="font-normal text-ink-3">~</span>}
      {timeText(when.at, zone)}
    </time>
  );
}

interface WhenFormProps {
  readonly card: CardOf<"timeline">;
  readonly onClose: () => void;
}

function WhenForm({ card, onClose }: WhenFormProps) {
  const session = useSession();
  const { zone } = useTimeZone();
  const [typed, setTyped] = useState(() =>
    typedWhen(card.fields.when, zone, dateOf(session.now(), zone)),
  );
  const [isTried, setTried] = useState(false);
  const read = readWhen(typed, zone, session.now());
  const save = () => {
    setTried(true);
    if (!read.ok) return;
    setFields(session.board, card.id, "timeline", { when: read.moment });
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !isTextField(event.target)) return;
        event.preventDefault();
        save();
      }}
    >
      <WhenFields
        typed={typed}
        read={read}
        zone={zone}
        onChange={setTyped}
        showsProblem={isTried}
        autoFocus
      />
      <div className="mt-3 flex gap-2">
        <Button look="ink" size="small" onPress={save}>
          <Trans>Set time</Trans>
        </Button>
        {card.fields.when && (
          <Button
            look="quiet"
            size="small"
            onPress={() => {
              setFields(session.board, card.id, "timeline", { when: null });
              onClose();
            }}
          >
            <Trans>No time yet</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
