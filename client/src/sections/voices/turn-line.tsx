// Whose turn it is to speak, where the group goes round: everybody sees it; whoever leads gives it on. Nobody is asked for by
// an empty place: who is silent is not shown.
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import type { Participant } from "@secondstory/shared";
import { useRequest } from "../../frame/use-request.ts";
import { useLeadReason } from "../../frame/use-lead-reason.ts";
import { useCountedPeople } from "../../room/use-counted-people.ts";
import { useBoard, useControl, useRole } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { LevelMark } from "../../ui/glyphs.tsx";
import { announce } from "../../ui/live-region.tsx";
import type { VoiceSection } from "./voice-section.ts";

/** The line above the voices, while the meeting is at this round. */
export function TurnLine({ section }: { readonly section: VoiceSection }) {
  const { t } = useLingui();
  const { me } = useSession();
  const isFacilitator = useRole() === "facilitator";
  const isHere = useControl(({ phase, seal }) => phase === section && seal === undefined);
  const speaker = useControl(({ turn, roster }) => turn && roster[turn.participant]);
  const isMine = isHere && speaker?.id === me;
  useEffect(() => {
    if (isMine) announce(t`It is your turn.`);
  }, [isMine, t]);
  if (!isHere || (!speaker && !isFacilitator)) return null;
  const name = speaker?.name;
  return (
    <div className="mb-4 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2">
      {speaker && (
        <p className="flex min-w-0 items-center gap-2 rounded-control bg-sun-wash px-3 py-2 wrap-anywhere inset-ring inset-ring-edge">
          <LevelMark className="shrink-0" />
          <span>
            {isMine ? (
              <Trans>It is your turn</Trans>
            ) : (
              <Trans>
                It is <b className="font-semibold">{name}</b>’s turn
              </Trans>
            )}
          </span>
        </p>
      )}
      {isFacilitator && <GiveOn section={section} speaker={speaker} />}
    </div>
  );
}

interface GiveOnProps {
  readonly section: VoiceSection;
  readonly speaker: Participant | undefined;
}

/** To the next who has not said anything, to anybody, or to nobody. */
function GiveOn({ section, speaker }: GiveOnProps) {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const { counted, late } = useCountedPeople();
  const cards = useBoard((board) => board.cards);
  const ids = useBoard((board) => board.order[section]);
  const here = [...counted, ...late];
  const heard = new Set(ids.map((id) => cards[id]?.by));
  const at = here.findIndex(({ id }) => id === speaker?.id);
  const inTurn = [...here.slice(at + 1), ...here.slice(0, Math.max(at, 0))];
  const next = inTurn.find(({ id }) => !heard.has(id));
  const give = (participant: Participant["id"] | null) =>
    void request({ type: "giveTurn", participant });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {next && (
        <Button size="small" disabledReason={reason} onPress={() => give(next.id)}>
          {speaker ? t`Next: ${next.name}` : t`${next.name} begins`}
        </Button>
      )}
      <ChoiceMenu
        label={t`Whose turn it is`}
        trigger={
          <Button size="small" look="quiet" disabledReason={reason}>
            {speaker ? t`Somebody else …` : t`Whose turn is it?`}
          </Button>
        }
        groups={[
          { choices: here.map(({ id, name }) => ({ id, label: name })) },
          ...(speaker ? [{ choices: [{ id: nobody, label: t`Nobody’s turn` }] }] : []),
        ]}
        value={speaker?.id ?? nobody}
        onChange={(id) => give(here.find((person) => person.id === id)?.id ?? null)}
      />
    </div>
  );
}

/** No participant has this id. */
const nobody = "";
