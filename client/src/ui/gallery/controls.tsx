import { Hand, SquareParking } from "lucide-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import { Icon } from "../icon.tsx";
import { SegmentedChoice } from "../segmented-choice.tsx";
import { Select } from "../select.tsx";
import { TextArea, TextField } from "../text-field.tsx";
import { nothing, Section } from "./section.tsx";

/** Everything that is filled in. */
export function Fields() {
  const [role, setRole] = useState<"participant" | "observer">("participant");
  const [isDone, setDone] = useState(true);
  const [zone, setZone] = useState<"utc" | "local">();
  return (
    <Section title="Fields" span="col-span-12 laptop:col-span-5">
      <div className="grid gap-4 half:grid-cols-2">
        <TextField label="Your name in this meeting" defaultValue="Quiet Heron" />
        <TextField
          label="Link"
          error="This is not a link to a board. Paste the whole address."
          defaultValue="foo"
        />
        <TextArea
          label="How did we become aware?"
          hint="Who or what noticed it first."
          defaultValue="A synthetic firewall test paged three minutes after the rollout."
        />
        <Select
          label="Times are in"
          options={[
            { id: "utc", label: "UTC" },
            { id: "local", label: "Europe/Berlin" },
          ]}
          value={zone}
          onChange={setZone}
        />
        <Checkbox isSelected={isDone} onChange={setDone}>
          Put the CPU guard back
        </Checkbox>
        <Checkbox isSelected onChange={nothing} disabledReason="The report is sealed.">
          Sealed
        </Checkbox>
        <SegmentedChoice
          label="Role"
          options={[
            { id: "participant", label: "Participant" },
            { id: "observer", label: "Read only" },
          ]}
          value={role}
          onChange={setRole}
        />
      </div>
    </Section>
  );
}

interface ButtonsProps {
  readonly onDelete: () => void;
}

/** Everything that is pressed. */
export const Buttons = ({ onDelete }: ButtonsProps) => (
  <Section title="Buttons" span="col-span-12 laptop:col-span-3">
    <div className="flex flex-wrap items-center gap-[.6rem]">
      <Button look="ink">Reveal 19 notes</Button>
      <Button look="you">I am ready</Button>
      <Button>
        <Icon of={SquareParking} /> Park an idea
      </Button>
      <Button look="quiet">Not now</Button>
      <Button disabledReason="Noa opens the vote.">Vote</Button>
      <Button size="icon" aria-label="Raise hand" tooltip="Raise hand">
        <Icon of={Hand} />
      </Button>
      <Button look="harm" onPress={onDelete}>
        Delete this board
      </Button>
      <Button size="small">Invite</Button>
      <Button size="big" look="ink">
        New post-mortem
      </Button>
    </div>
  </Section>
);
