import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import type { Option } from "./select.tsx";

interface SegmentedChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of two to four, side by side. */
export function SegmentedChoice<Id extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedChoiceProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onChange(chosen.id);
      }}
      className="inline-flex w-fit rounded-control border border-edge bg-sheet"
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          className="min-h-8 border-l border-line px-[.65rem] text-s whitespace-nowrap first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] hovered:bg-sunk selected:bg-ink selected:text-on-ink focus-visible:z-1 forced-colors:selected:bg-[Highlight] coarse:min-h-11"
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
