// The people who are expected, to read and to edit.
import { Trans } from "@lingui/react/macro";
import { useWords } from "../i18n/use-words.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { ExpectedPeople } from "../sections/expected/expected-people.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** The dialog behind “People we expect”. */
export function ExpectedDialog() {
  const word = useWords();
  const isOpen = usePanel(({ open }) => open === "expected");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={word("sections.expected.title")}
      actions={
        <Button onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <p className="mb-3 text-ink-2">
        <Trans>So that nobody is forgotten when the link is passed on.</Trans>
      </p>
      <ExpectedPeople />
    </Dialog>
  );
}
