// The parking list: ideas that come before their time wait here, from any phase, and go on to the actions or to what the
// group decided not to do.
import { Trans, useLingui } from "@lingui/react/macro";
import { readPhaseId, type CardId, type PhaseId } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard } from "../room/use-room.ts";
import { closeSideList, openParking, useSideList } from "../screen/side-lists.ts";
import { useShortcut } from "../screen/use-shortcut.ts";
import { SectionList } from "../sections/section-list.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface ParkingPanelProps {
  /** The phase this screen shows: an idea remembers where it came up. */
  readonly phase: PhaseId;
}

/** Once on the board page; the key P or `openParking` opens it. */
export function ParkingPanel({ phase }: ParkingPanelProps) {
  const { t } = useLingui();
  const say = useWords();
  const readOnly = useReadOnlySentence();
  const isOpen = useSideList(({ open }) => open === "parking");
  useShortcut("p", openParking, false, true);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closeSideList}
      title={say("sections.parking.title")}
      actions={
        <Button onPress={closeSideList}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <p className="mb-4 text-ink-2">
        {readOnly ?? (
          <Trans>Solutions wait here until Actions. Much of it may look different by then.</Trans>
        )}
      </p>
      <SectionList
        section="parking"
        label={say("sections.parking.title")}
        cardLabel={t`Idea`}
        look="row"
        composer={{
          kind: "draft",
          at: "top",
          placeholder: t`Park an idea`,
          label: t`Park an idea`,
          fields: { parkedIn: phase },
          autoFocus: true,
        }}
        destinations={[
          { section: "actions", title: say("sections.actions.title") },
          { section: "declined", title: say("sections.declined.title") },
        ]}
        Foot={ParkedIn}
      />
    </Dialog>
  );
}

function ParkedIn({ id }: { readonly id: CardId }) {
  const say = useWords();
  const phase = useBoard((board) => {
    const card = board.cards[id];
    return card?.section === "parking" ? readPhaseId(card.fields.parkedIn) : undefined;
  });
  if (!phase) return null;
  const title = say(`phases.${phase}.title`);
  return (
    <p className="mt-1 type-small text-ink-2">
      <Trans>parked in {title}</Trans>
    </p>
  );
}
