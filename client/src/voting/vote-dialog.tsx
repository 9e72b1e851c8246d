// Before a vote: how many votes everybody gets.
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { NumberField } from "react-aria-components/NumberField";
import { lessonSections, suggestedBudget } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useBoard } from "../room/use-room.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeVoteDialog, useVoteDialog } from "./vote-dialog-state.ts";

/** Once on the screen of the lessons. */
export default function VoteDialog() {
  const isOpen = useVoteDialog((state) => state.isOpen);
  useEffect(() => closeVoteDialog, []); // nor does it wait for whoever comes back to the page
  return isOpen ? <Question /> : null;
}

/** The server's usual limit. */
const mostVotes = 20;

function Question() {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const topics = useBoard((board) =>
    lessonSections.reduce((sum, section) => sum + board.topics[section].length, 0),
  );
  const suggested = suggestedBudget(topics);
  const [budget, setBudget] = useState(suggested);
  const open = async () => {
    const answer = await request({ type: "openVote", budget, from: "lessons" });
    if (answer.ok) closeVoteDialog();
  };
  return (
    <Dialog
      isOpen
      onClose={closeVoteDialog}
      title={t`How many votes for everybody?`}
      actions={
        <>
          <Button look="ink" onPress={() => void open()} disabledReason={reason}>
            {plural(budget, {
              one: "Open the vote: # vote each",
              other: "Open the vote: # votes each",
            })}
          </Button>
          <Button look="quiet" onPress={closeVoteDialog}>{t`Not now`}</Button>
        </>
      }
    >
      <p className="mb-4 text-ink-2">
        {t`Nobody sees how others vote until you close the vote. For ${topics} topics, ${suggested} is a good number.`}
      </p>
      <NumberField
        value={budget}
        onChange={(next) => setBudget(Number.isNaN(next) ? suggested : next)}
        minValue={1}
        maxValue={mostVotes}
        autoFocus
      >
        <Label className="mb-[.3rem] block text-s font-medium text-ink-2">{t`Votes each`}</Label>
        <Group className="flex items-center gap-2">
          <Button slot="decrement" size="icon">
            <Icon of={Minus} />
          </Button>
          <Input className="focus-frame min-h-10 w-16 rounded-control border border-edge bg-sheet text-center tabular-nums coarse:min-h-11" />
          <Button slot="increment" size="icon">
            <Icon of={Plus} />
          </Button>
        </Group>
      </NumberField>
    </Dialog>
  );
}
