import { useState } from "react";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { Kbd, keysText } from "../kbd.tsx";
import { announce } from "../live-region.tsx";
import { Popover } from "../popover.tsx";
import { Tabs } from "../tabs.tsx";
import { showToast } from "../toast.tsx";
import { nothing, Section } from "./section.tsx";

export const Toasts = () => (
  <Section
    title="Toasts"
    note="6 s, 10 s with an action; stay while hovered or focused"
    span="col-span-12 laptop:col-span-5"
  >
    <div className="flex flex-wrap gap-2">
      <Button
        onPress={() =>
          showToast({
            text: "Group taken apart.",
            action: { label: "Undo", onPress: nothing, shortcut: "mod+z" },
          })
        }
      >
        With an action
      </Button>
      <Button
        onPress={() => {
          showToast({ text: "Noa moved the meeting back to Timeline. Nothing is lost." });
          announce("Noa moved the meeting back to Timeline.");
        }}
      >
        Plain
      </Button>
    </div>
  </Section>
);

interface OverlaysProps {
  readonly onOpenDialog: () => void;
}

/** What opens over the page, and what is turned over in it. */
export function Overlays({ onOpenDialog }: OverlaysProps) {
  const [tab, setTab] = useState<"helped" | "slowed" | "differently" | "knowledge">("slowed");
  return (
    <Section title="Overlays, tabs, keys" span="col-span-12 laptop:col-span-7">
      <div className="mb-4 flex flex-wrap gap-2">
        <Popover
          trigger={<Button>Popover</Button>}
          title="You are offline"
          placement="bottom start"
        >
          <p className="mt-2">Go on writing. 3 changes are kept in this browser.</p>
        </Popover>
        <Button onPress={onOpenDialog}>Dialog</Button>
        <span className="inline-flex items-center gap-1">
          <Kbd>{keysText("mod+k")}</Kbd> <Kbd>J</Kbd>
        </span>
      </div>
      <Tabs
        label="Questions"
        selected={tab}
        onSelect={setTab}
        items={[
          { id: "helped", label: "Helped", count: 6, content: "What helped us?" },
          { id: "slowed", label: "Slowed", count: 6, content: "What slowed us down?" },
          { id: "differently", label: "Differently", count: 3, content: "…" },
          { id: "knowledge", label: "Knowledge", count: 4, content: "…" },
        ]}
      />
    </Section>
  );
}

interface DeleteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A dialog that cannot be taken back. */
export const DeleteDialog = ({ isOpen, onClose }: DeleteDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onClose={onClose}
    isAlert
    title="Delete this board for good?"
    actions={
      <>
        <Button look="harm" onPress={onClose}>
          Delete the board
        </Button>
        <Button onPress={onClose}>Keep it</Button>
      </>
    }
  >
    <p className="text-harm-ink">
      All events, notes and actions go, for everyone. Nobody can bring them back.
    </p>
  </Dialog>
);
