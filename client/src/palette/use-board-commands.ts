// What the frame of a board can do, by name: look, lead, open a list, take a step back.
import { useLingui } from "@lingui/react/macro";
import type { Command } from "../screen/commands.ts";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useMoveMeeting } from "../frame/use-move-meeting.ts";
import { useUndo } from "../frame/use-undo.ts";
import { useWords } from "../i18n/use-words.ts";
import { useControl, useReadOnlyReason } from "../room/use-room.ts";
import { useLook } from "../screen/look.ts";
import { openPanel } from "../screen/panels.ts";
import { setSharing, toggleRoomView, useSharingSwitch } from "../screen/sharing.ts";
import { openParking, openRemoved } from "../screen/side-lists.ts";
import { setSingleKeys, useAreSingleKeysOn } from "../screen/single-keys.ts";
import { showToast } from "../ui/toast.tsx";

/** In the order in which they stand there while nothing is typed. */
export function useBoardCommands(): readonly Command[] {
  return [...useLooks(), ...useLeads(), ...useLists(), ...useOwn()];
}

function useLooks(): readonly Command[] {
  const { t } = useLingui();
  const word = useWords();
  const agenda = useControl((control) => control.agenda);
  const meeting = useControl(({ phase }) => phase);
  const look = useLook((state) => state.look);
  const follow = useLook((state) => state.follow);
  return agenda.map((phase) => {
    const title = word(`phases.${phase}.title`);
    return {
      id: `look-${phase}`,
      name: t`Look at ${title}`,
      keys: `g ${word(`phases.${phase}.letter`)}`,
      run: () => (phase === meeting ? follow() : look(phase)),
    };
  });
}

function useLeads(): readonly Command[] {
  const { t } = useLingui();
  const word = useWords();
  const move = useMoveMeeting();
  const reason = useLeadReason();
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const agenda = useControl((control) => control.agenda);
  const meeting = useControl(({ phase }) => phase);
  if (reason !== undefined) return [];
  if (isSealed)
    return [
      {
        id: "reopen",
        name: t`Reopen the report`,
        isLead: true,
        run: () => openPanel("reopen"),
      },
    ];
  const moves = agenda
    .filter((phase) => phase !== meeting)
    .map((phase): Command => {
      const title = word(`phases.${phase}.title`);
      return {
        id: `lead-${phase}`,
        name: t`Move the meeting to ${title}`,
        isLead: true,
        run: () => void move(phase),
      };
    });
  return [
    ...moves,
    { id: "links", name: t`Links and roles`, isLead: true, run: () => openPanel("links") },
    { id: "seal", name: t`Seal the report`, isLead: true, run: () => openPanel("seal") },
  ];
}

function useLists(): readonly Command[] {
  const { t } = useLingui();
  const isReadOnly = useReadOnlyReason() !== undefined;
  return [
    ...(isReadOnly ? [] : [{ id: "park", name: t`Park an idea`, keys: "p", run: openParking }]),
    { id: "invite", name: t`Invite people`, keys: "i", run: () => openPanel("invite") },
    { id: "people", name: t`Show who is here`, run: () => openPanel("people") },
    { id: "agenda", name: t`Show the agenda`, run: () => openPanel("agenda") },
    { id: "announce", name: t`Announce the meeting`, run: () => openPanel("announce") },
    { id: "export", name: t`Export the report`, run: () => openPanel("export") },
    { id: "removed", name: t`Show what was removed`, run: openRemoved },
  ];
}

function useOwn(): readonly Command[] {
  const { t } = useLingui();
  const { canUndo, canRedo, undo, redo } = useUndo();
  const isSharing = useSharingSwitch();
  const areKeysOn = useAreSingleKeysOn();
  return [
    ...(canUndo ? [{ id: "undo", name: t`Undo my last step`, keys: "mod+z", run: undo }] : []),
    ...(canRedo ? [{ id: "redo", name: t`Redo`, keys: "shift+mod+z", run: redo }] : []),
    { id: "room", name: t`Room view for a projector`, keys: "f", run: toggleRoomView },
    {
      id: "sharing",
      name: isSharing ? t`I no longer share my screen` : t`I am sharing my screen`,
      run: () => setSharing(!isSharing),
    },
    {
      id: "keys",
      name: areKeysOn ? t`Switch single keys off` : t`Switch single keys on`,
      run: () => {
        setSingleKeys(!areKeysOn);
        showToast({ text: areKeysOn ? t`Single keys are off.` : t`Single keys are on.` });
      },
    },
    {
      id: "shortcuts",
      name: t`Show all shortcuts`,
      keys: "shift+?",
      run: () => openPanel("shortcuts"),
    },
  ];
}
