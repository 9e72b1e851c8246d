// A name: of somebody on the roster, who is suggested, or of anybody else.
import { useId } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { maxNameLength } from "@secondstory/shared";
import { useControl } from "../../room/use-room.ts";

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** A field for one name. */
export function NameField({ label, value, onChange }: NameFieldProps) {
  const roster = useControl((control) => control.roster);
  const listId = useId();
  const names = [...new Set(Object.values(roster).map(({ name }) => name))].toSorted();
  return (
    <TextField value={value} onChange={onChange} maxLength={maxNameLength} className="block">
      <Label className="mb-[.3rem] block text-s font-medium text-ink-2">{label}</Label>
      <Input
        list={listId}
        autoComplete="off"
        className="focus-frame min-h-[2.4rem] w-full min-w-0 rounded-control border border-edge bg-sheet px-[.8rem] py-1.5 font-story text-m text-ink coarse:min-h-11 half:max-w-72"
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </TextField>
  );
}
