import { Trans, useLingui } from "@lingui/react/macro";
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
  const keys: readonly (readonly [string, readonly string[]])[] = [
    [t`Write in column 1 to 4 of the lessons`, ["1", "2", "3", "4"]],
    [t`Add an event`, ["e"]],
    [t`Add a condition`, ["c"]],
    [t`Next event or topic (facilitator: for everyone)`, ["j"]],
    [t`The one before`, ["k"]],
    [t`The next not seen together yet`, ["u"]],
    [t`Put an event in focus for everyone (facilitator)`, [t`Space`]],
    [t`Put a star on an event, or take it off`, ["s"]],
    [t`Write down what was said (note taker)`, ["n"]],
    [t`Park an idea`, ["p"]],
    [t`I am ready`, ["d"]],
    [t`Raise my hand`, ["h"]],
    [t`Look at a phase: its first letter`, ["g", "…"]],
    [t`Look at the phase where the meeting is`, ["g", "g"]],
    [t`To the next thing that is new since your last visit`, ["n"]],
    [t`To the one before`, ["shift+n"]],
    [t`Invite people`, ["i"]],
    [t`Room view: large type for a projector`, ["f"]],
    [t`Timer: start, pause, go on (facilitator)`, ["t"]],
    [t`Timer: one minute more (facilitator)`, ["shift+t"]],
    [t`Undo my last step`, ["mod+z"]],
    [t`Redo`, ["shift+mod+z"]],
    [t`Find something, or do it`, ["mod+k"]],
    [t`The same, while no field has the focus`, ["/"]],
    [t`This sheet`, ["?"]],
  ];
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
        {keys.map(([what, pressed]) => (
          <li
            key={what}
            className="flex break-inside-avoid items-center justify-between gap-4 border-b border-line py-2"
          >
            {what}
            <span className="flex gap-1">
              {pressed.map((key) => (
                <Kbd key={key}>{keysText(key)}</Kbd>
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
