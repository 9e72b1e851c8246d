import { Trans, useLingui } from "@lingui/react/macro";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { setSingleKeys, useAreSingleKeysOn } from "../screen/single-keys.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd, keysText } from "../ui/kbd.tsx";

/** The sheet of keys. Single keys work while no field has the focus. */
export function ShortcutsDialog() {
  const { t } = useLingui();
  const areOn = useAreSingleKeysOn();
  const isOpen = usePanel(({ open }) => open === "shortcuts");
  const word = useWords();
  const agenda = useControl((control) => control.agenda);
  const letters = agenda
    .map(
      (phase) =>
        `${word(`phases.${phase}.letter`).toUpperCase()}\u00a0${word(`phases.${phase}.title`)}`,
    )
    .join(" · ");
  const keys: readonly (readonly [string, readonly string[], string?])[] = [
    [t`Edit what has the focus; keep a line and begin the next`, ["enter"]],
    [t`Leave, and keep the text`, ["escape"]],
    [t`From one event or note to the next`, ["↑", "↓"]],
    [t`Write in column 1 to 4 of the lessons`, ["1", "2", "3", "4"]],
    [t`Add an event`, ["e"]],
    [t`Add a condition`, ["c"]],
    [t`Add an action`, ["a"]],
    [t`Move a note or a group up or down`, ["alt+↑", "alt+↓"]],
    [t`Group a note with … · take it apart`, ["m", "shift+m"]],
    [t`Vote · take a vote back`, ["v", "shift+v"]],
    [t`Remove a note`, ["delete"]],
    [t`Next event or topic (facilitator: for everyone)`, ["j"]],
    [t`The one before`, ["k"]],
    [t`The next not seen together yet`, ["u"]],
    [t`Put an event in focus for everyone (facilitator)`, ["space"]],
    [t`Put a star on an event, or take it off`, ["s"]],
    [t`Write down what was said (note taker)`, ["n"]],
    [t`Park an idea`, ["p"]],
    [t`I am ready`, ["d"]],
    [t`Raise my hand`, ["h"]],
    [t`Look at a phase: its letter`, ["g", "…"], letters],
    [t`Look at the phase where the meeting is`, ["g", "g"]],
    [t`What is new since your last visit: next · the one before`, ["w", "shift+w"]],
    [t`Press the filled button at the bottom right (facilitator)`, ["mod+↵"]],
    [t`Timer: start, pause, go on (facilitator)`, ["t"]],
    [t`Timer: one minute more (facilitator)`, ["shift+t"]],
    [t`Invite people`, ["i"]],
    [t`Room view: large type for a projector`, ["f"]],
    [t`Undo my last step`, ["mod+z"]],
    [t`Redo`, ["shift+mod+z"]],
    [t`Find something, or do it`, ["mod+k"]],
    [t`The same, while no field has the focus`, ["/"]],
    [t`This sheet`, ["?"]],
  ];
  const names: Readonly<Record<string, string>> = {
    space: t`Space`,
    delete: t`Del`,
    enter: t`Enter`,
    escape: t`Esc`,
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      className="laptop:max-w-[54rem]"
      title={t`Shortcuts`}
      actions={
        <Button onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <ul className="gap-x-10 laptop:columns-2">
        {keys.map(([what, pressed, more]) => (
          <li
            key={what}
            className="flex break-inside-avoid items-center justify-between gap-4 border-b border-line py-1.5"
          >
            <span>
              {what}
              {more !== undefined && <span className="block text-s text-ink-2">{more}</span>}
            </span>
            <span className="flex shrink-0 gap-1">
              {pressed.map((key, index) => (
                // one key may be pressed twice
                <Kbd key={`${index} ${key}`}>{names[key] ?? keysText(key)}</Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Checkbox isSelected={areOn} onChange={setSingleKeys} className="mt-3">
        <Trans>Single keys work while no field has the focus</Trans>
      </Checkbox>
    </Dialog>
  );
}
