// Who sees to an action: any name, with those on the roster as suggestions. Without one it is visibly unfinished.
import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { setFields, type CardOf } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useControl } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { cx } from "../../ui/cx.ts";
import { popoverClass } from "../../ui/popover-class.ts";
import { TextButton } from "../../ui/text-button.tsx";

interface ActionOwnerProps {
  readonly card: CardOf<"actions">;
}

/** The one person an action is attached to. */
export function ActionOwner({ card }: ActionOwnerProps) {
  const { t } = useLingui();
  const word = useWords();
  const [isEditing, setEditing] = useState(false);
  const disabledReason = useReadOnlySentence();
  const button = useRef<HTMLButtonElement>(null);
  const owner = card.fields.owner?.trim() ?? "";
  if (isEditing && disabledReason === undefined)
    return (
      <OwnerField
        card={card}
        onDone={(isByKey) => {
          setEditing(false);
          if (isByKey) requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  return (
    <span className="min-w-0">
      <TextButton
        ref={button}
        look={owner === "" ? "dashed" : "plain"}
        disabledReason={disabledReason}
        onPress={() => setEditing(true)}
        aria-label={t`Who sees to it: ${owner === "" ? word("report.noOwner") : owner}`}
        className={cx(
          "[overflow-wrap:anywhere]",
          owner === "" ? "font-medium text-ink-2" : "font-semibold",
        )}
      >
        {owner === "" ? word("report.noOwner") : owner}
      </TextButton>
    </span>
  );
}

interface OwnerFieldProps extends ActionOwnerProps {
  readonly onDone: (isByKey: boolean) => void;
}

function OwnerField({ card, onDone }: OwnerFieldProps) {
  const { t } = useLingui();
  const { board } = useSession();
  const roster = useControl((control) => control.roster);
  const [name, setName] = useState(card.fields.owner ?? "");
  const isOver = useRef(false);
  const keep = (owner: string, isByKey: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    const next = owner.trim() === "" ? null : owner.trim();
    if (next !== card.fields.owner) setFields(board, card.id, "actions", { owner: next });
    onDone(isByKey);
  };
  const people = [...new Set(Object.values(roster).map((person) => person.name))]
    .toSorted()
    .map((id) => ({ id }));
  return (
    <ComboBox
      aria-label={t`Who sees to it`}
      allowsCustomValue
      menuTrigger="focus"
      defaultItems={people}
      inputValue={name}
      onInputChange={setName}
      onChange={(key) => {
        if (typeof key === "string") keep(key, true);
      }}
      className="min-w-0"
    >
      <Input
        // The field stands where its button was pressed a moment ago.
        autoFocus
        placeholder={t`a name`}
        autoComplete="off"
        onBlur={() => keep(name, false)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.currentTarget.getAttribute("aria-activedescendant"))
            keep(name, true);
          if (event.key === "Escape") {
            event.stopPropagation();
            isOver.current = true;
            onDone(true);
          }
        }}
        className="w-full min-w-32 rounded-control border border-edge bg-sheet px-2 py-1 font-semibold"
      />
      <AriaPopover className={cx(popoverClass, "min-w-40 p-1.5")}>
        <ListBox<{ readonly id: string }> className="max-h-60 overflow-auto outline-none">
          {(person) => (
            <ListBoxItem
              id={person.id}
              textValue={person.id}
              className="flex min-h-8 cursor-pointer items-center rounded-control px-2.5 py-1 -outline-offset-2! focused:bg-sunk coarse:min-h-11"
            >
              {person.id}
            </ListBoxItem>
          )}
        </ListBox>
      </AriaPopover>
    </ComboBox>
  );
}
