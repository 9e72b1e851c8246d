import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { ChoiceMenu, type Choice } from "../../ui/choice-menu.tsx";
import { TextButton } from "../../ui/text-button.tsx";

interface FieldMenuProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  /** What stands there while nothing is chosen, and takes a choice back. */
  readonly unset: string;
  readonly onChange: (value: Id | null) => void;
}

/** One of a few words about an action, or none. */
export function FieldMenu<Id extends string>(props: FieldMenuProps<Id>) {
  const { label, choices, value, unset, onChange } = props;
  const disabledReason = useReadOnlySentence();
  const chosen = choices.find(({ id }) => id === value);
  const glyphs = choices.some(({ glyph }) => glyph !== undefined);
  const none = { id: "none", label: unset, ...(glyphs && { glyph: <span className="w-4" /> }) };
  return (
    <ChoiceMenu<string>
      label={label}
      groups={[{ choices: [...choices, none] }]}
      value={value ?? "none"}
      onChange={(id) => onChange(choices.find((choice) => choice.id === id)?.id ?? null)}
      trigger={
        <TextButton
          look="plain"
          disabledReason={disabledReason}
          aria-label={`${label}: ${chosen?.label ?? unset}`}
          className="inline-flex min-w-0 items-center gap-[.55rem] text-s"
        >
          {chosen ? (
            <>
              {chosen.glyph}
              <span className="min-w-0 [overflow-wrap:anywhere]">{chosen.label}</span>
            </>
          ) : (
            <span className="text-ink-3">{unset}</span>
          )}
        </TextButton>
      }
    />
  );
}
