// Asks where a link leads. Only http, https and mailto lead anywhere.
import { Trans, useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { isSafeUrl } from "@secondstory/shared";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";

interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Sets, changes or takes away the link at the caret. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const { t } = useLingui();
  const current: unknown = editor.getAttributes("link")["href"];
  const [address, setAddress] = useState(typeof current === "string" ? current : "");
  const [error, setError] = useState<string>();
  const close = () => {
    onClose();
    setTimeout(() => editor.view.focus()); // after the dialog has given the focus back to its button
  };
  const save = () => {
    const href = withScheme(address.trim());
    if (!isSafeUrl(href)) {
      setError(t`An address begins with https://, http:// or mailto:.`);
      return;
    }
    setLink(editor, href);
    close();
  };
  const remove = () => {
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    close();
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t`Where does the link lead?`}
      actions={
        <>
          <Button look="ink" onPress={save}>
            <Trans>Set the link</Trans>
          </Button>
          {typeof current === "string" && (
            <Button onPress={remove}>
              <Trans>Remove the link</Trans>
            </Button>
          )}
          <Button look="quiet" onPress={close}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t`Address`}
          inputMode="url"
          autoComplete="off"
          autoFocus
          value={address}
          onChange={(next) => {
            setAddress(next);
            setError(undefined);
          }}
          error={error}
        />
      </form>
    </Dialog>
  );
}

/** `example.org/page` means https. */
const withScheme = (address: string): string =>
  /^[\w-]+(\.[\w-]+)+(?:[:/?#]|$)/.test(address) ? `https://${address}` : address;

function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  const link = { type: "link", attrs: { href } };
  if (empty && !editor.isActive("link"))
    editor.commands.insertContent({ type: "text", text: href, marks: [link] });
  else editor.chain().extendMarkRange("link").setMark("link", { href }).run();
}
