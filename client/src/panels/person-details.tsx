// What can be said and done about one person: in the list of people, and behind a name in the dock.
import { Trans, useLingui } from "@lingui/react/macro";
import { Hand } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  cleanName,
  maxNameLength,
  type Participant,
  type ParticipantId,
} from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { RoleChoice } from "../leading/role-choice.tsx";
import { useControl, useIsAway, usePresence, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { openPanel } from "../screen/panels.ts";
import { rememberMyName } from "../screen/my-name.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Icon } from "../ui/icon.tsx";
import { showToast } from "../ui/toast.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";

interface PersonDetailsProps {
  readonly id: ParticipantId;
  /** Given where one's own name was pressed: the caret is in its field then, and this is called when it is kept. */
  readonly onRenamed?: (() => void) | undefined;
}

/** One person, below their name. */
export default function PersonDetails({ id, onRenamed }: PersonDetailsProps) {
  const { me } = useSession();
  const person = useControl((control) => control.roster[id]);
  const isFacilitator = useRole() === "facilitator";
  if (!person) return null;
  return (
    <div className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-3">
      <Standing person={person} />
      {id === me && <MyName person={person} onRenamed={onRenamed} />}
      {isFacilitator && id !== me && <RaisedHand person={person} />}
      {isFacilitator && <RoleChoice person={person} />}
      {isFacilitator && id !== me && <Removal person={person} />}
    </div>
  );
}

function Standing({ person }: { readonly person: Participant }) {
  const { me } = useSession();
  const word = useWords();
  const isHere = !useIsAway()(person.id);
  const lookingAt = usePresence((presence) => presence[person.id]?.lookingAt);
  const phase = lookingAt && word(`phases.${lookingAt}.title`);
  return (
    <p className="text-s text-ink-2">
      {word(`roles.${person.role}`)} ·{" "}
      {isHere ? (
        phase && person.id !== me ? (
          <Trans>looks at {phase}</Trans>
        ) : (
          <Trans>here</Trans>
        )
      ) : (
        <Trans>not here right now</Trans>
      )}
    </p>
  );
}

interface MyNameProps extends Pick<PersonDetailsProps, "onRenamed"> {
  readonly person: Participant;
}

function MyName({ person, onRenamed }: MyNameProps) {
  const { t } = useLingui();
  const request = useRequest();
  const [name, setName] = useState(person.name);
  const field = useRef<HTMLInputElement>(null);
  const isAskedFor = onRenamed !== undefined;
  useEffect(() => {
    if (isAskedFor) field.current?.select();
  }, [isAskedFor]);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = cleanName(name);
    if (!chosen) return;
    if (chosen !== person.name) {
      const answer = await request({ type: "rename", name: chosen });
      if (!answer.ok) return;
      rememberMyName(chosen);
    }
    onRenamed?.();
  };
  return (
    <form onSubmit={(event) => void keep(event)} className="flex flex-wrap items-end gap-2">
      <TextField
        label={t`Your name`}
        inputRef={field}
        value={name}
        onChange={setName}
        maxLength={maxNameLength}
        className="min-w-0 flex-[1_1_11rem]"
      />
      <Button
        type="submit"
        className="min-h-[2.8rem]"
        disabledReason={
          cleanName(name) ? undefined : t`A name needs at least one letter that can be seen.`
        }
      >
        <Trans>Rename me</Trans>
      </Button>
    </form>
  );
}

function RaisedHand({ person }: { readonly person: Participant }) {
  const request = useRequest();
  const reason = useLeadReason();
  const isUp = useControl(({ hands }) => hands[person.id] !== undefined);
  if (!isUp) return null;
  return (
    <div>
      <Button
        size="small"
        disabledReason={reason}
        onPress={() => void request({ type: "lowerHand", participant: person.id })}
      >
        <Icon of={Hand} /> <Trans>Take the hand down</Trans>
      </Button>
    </div>
  );
}

function Removal({ person }: { readonly person: Participant }) {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const [isAsking, setAsking] = useState(false);
  const [switchOffLinks, setSwitchOffLinks] = useState(false);
  const { name } = person;
  const remove = async () => {
    const answer = await request({ type: "remove", participant: person.id, switchOffLinks });
    if (!answer.ok || !switchOffLinks) return;
    showToast({
      text: t`${name} is removed, and nobody else comes by that link.`,
      action: { label: t`Make another link`, onPress: () => openPanel("links") },
    });
  };
  if (!isAsking)
    return (
      <div>
        <Button size="small" look="quiet" disabledReason={reason} onPress={() => setAsking(true)}>
          <Trans>Remove from the board …</Trans>
        </Button>
      </div>
    );
  return (
    <div className="grid gap-2 rounded-control border border-line p-3">
      <p className="text-harm-ink">
        <Trans>
          Remove {name}? What {name} wrote stays.
        </Trans>
      </p>
      <Checkbox isSelected={switchOffLinks} onChange={setSwitchOffLinks}>
        <Trans>Switch off the link it came by, too</Trans>
      </Checkbox>
      <div className="flex flex-wrap gap-2">
        <Button size="small" look="harm" onPress={() => void remove()}>
          {t`Remove ${name}`}
        </Button>
        <Button size="small" onPress={() => setAsking(false)}>
          <Trans>Let {name} stay</Trans>
        </Button>
      </div>
    </div>
  );
}
