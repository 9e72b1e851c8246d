import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { setFields, type CardOf } from "@secondstory/shared";
import { useLanguage } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useSession } from "../../room/use-session.ts";
import { shortDateText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { dateOf } from "../../time/zoned.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Popover } from "../../ui/popover.tsx";
import { OutOfRow } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { isTextField, TextField } from "../../ui/text-field.tsx";

interface ActionDueProps {
  readonly card: CardOf<"actions">;
}

/** Until when; a day without a zone. */
export function ActionDue({ card }: ActionDueProps) {
  const { t } = useLingui();
  const session = useSession();
  const language = useLanguage();
  const { myZone } = useTimeZone();
  const disabledReason = useReadOnlySentence();
  const [isOpen, setOpen] = useState(false);
  const { due, done } = card.fields;
  const year = Number(dateOf(session.now(), myZone).slice(0, 4));
  const shown = done ? t`done` : due ? shortDateText(due, language, year) : t`no date`;
  return (
    <Popover
      label={t`Due`}
      isOpen={isOpen && disabledReason === undefined}
      onOpenChange={setOpen}
      placement="bottom start"
      trigger={
        <TextButton
          look="plain"
          disabledReason={disabledReason}
          aria-label={t`Due: ${shown}`}
          className={cx("text-s", done ? "text-ink-2" : !due && "text-ink-3")}
        >
          {shown}
        </TextButton>
      }
    >
      {(close) => (
        <OutOfRow>
          <DueForm card={card} onClose={close} />
        </OutOfRow>
      )}
    </Popover>
  );
}

function DueForm({ card, onClose }: ActionDueProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const { board } = useSession();
  const [day, setDay] = useState(card.fields.due ?? "");
  const put = (due: string | null) => {
    setFields(board, card.id, "actions", { due });
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !isTextField(event.target)) return;
        event.preventDefault();
        put(day || null);
      }}
    >
      <TextField
        label={t`Due`}
        type="date"
        value={day}
        onChange={setDay}
        inputClassName="font-ui! text-m!"
        autoFocus
      />
      <div className="mt-3 flex gap-2">
        <Button look="ink" size="small" onPress={() => put(day || null)}>
          <Trans>Set day</Trans>
        </Button>
        {card.fields.due && (
          <Button look="quiet" size="small" onPress={() => put(null)}>
            <Trans>No date</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
