// Who is on the board, and what each may do.
import { Trans, useLingui } from "@lingui/react/macro";
import { WhoIsReady } from "../ready/who-is-ready.tsx";
import { useControl, useRole } from "../room/use-room.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { useMediaQuery } from "../screen/use-media-query.ts";
import { ExpectedLine } from "../sections/expected/expected-line.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LeadSettings } from "../leading/lead-settings.tsx";
import PersonDetails from "./person-details.tsx";
import { usePeople } from "../frame/use-people.ts";

/** The dialog behind “People and roles”. */
export function PeopleDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "people");
  const isFacilitator = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const areNamesShown = useMediaQuery("(width >= 64rem)");
  const people = usePeople();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={isFacilitator ? t`People and roles` : t`People`}
      actions={
        <Button onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      {/* Where names are written out in the dock, they say it themselves. */}
      {!isSealed && !areNamesShown && (
        <div className="mb-2 border-b border-line pb-4">
          <WhoIsReady />
        </div>
      )}
      <ul>
        {people.map(({ id, name }) => (
          <li key={id} className="border-t border-line py-3 first:border-t-0">
            <p className="font-semibold wrap-anywhere">{name}</p>
            <PersonDetails id={id} />
          </li>
        ))}
      </ul>
      {isFacilitator && (
        <div className="mt-3 border-t border-line pt-4">
          <LeadSettings />
        </div>
      )}
      <div className="mt-3 border-t border-line pt-4">
        <ExpectedLine />
      </div>
    </Dialog>
  );
}
