// Somebody asks everyone to a place: a white pill. It does not time out, takes nobody along, and goes with Esc.
import { useLingui } from "@lingui/react/macro";
import { Megaphone } from "lucide-react";
import { type ComponentType, useEffect, useLayoutEffect } from "react";
import type { PhaseId } from "@secondstory/shared";
import { openCard } from "../panels/open-card.ts";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { answerGathering, useGatheringAnswer } from "./gathering-answer.ts";
import { isTyping } from "../screen/is-typing.ts";
import { useLook } from "../screen/look.ts";
import { useMediaQuery } from "../screen/use-media-query.ts";
import { announce } from "../ui/live-region.tsx";
import type { JoinPillProps } from "../ui/join-pill.tsx";
import { isInSight } from "./item-here.ts";
import { usePlaceName } from "./use-place-name.ts";

interface GatheringPillProps {
  /** What this screen shows. */
  readonly shown: PhaseId;
  /** Given by the page, which has it anyway. */
  readonly Pill: ComponentType<JoinPillProps>;
}

/** Nothing for whoever asked, for whoever is there already, and once the meeting has moved on. */
export default function GatheringPill({ shown, Pill }: GatheringPillProps) {
  const { t } = useLingui();
  const session = useSession();
  const { me } = session;
  const gathering = useControl(({ lead }) => lead.gathering);
  const caller = useControl(
    ({ lead, roster }) => lead.gathering && roster[lead.gathering.by]?.name,
  );
  const isCurrent = useControl(
    ({ lead, phaseSince, roster, seal }) =>
      !seal &&
      (lead.gathering?.at ?? 0) >= phaseSince &&
      (lead.gathering?.at ?? 0) >= (roster[me]?.joinedAt ?? Infinity),
  );
  const answeredAt = useGatheringAnswer();
  const placeName = usePlaceName();
  const isWide = useMediaQuery("(width >= 64rem)");
  const isAsked =
    gathering !== undefined && isCurrent && gathering.by !== me && gathering.at > answeredAt;
  const place = gathering ? placeName(gathering) : "";
  const sentence =
    caller === undefined
      ? t`Everyone is asked to ${place}`
      : t`${caller} asks everyone to ${place}`;
  const at = gathering?.at ?? 0;

  useEffect(() => {
    if (!isAsked) return undefined;
    announce(sentence);
    const onKeyDown = (event: KeyboardEvent) => {
      const isAnothers = isTyping() || document.querySelector("[role=dialog], [role=menu]");
      if (event.key !== "Escape" || isAnothers) return;
      event.preventDefault(); // the pill behind this one stays
      answerGathering(session, at);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [session, isAsked, sentence, at]);
  // Whoever is there, or goes there by themselves, is not asked, nor when they leave again.
  useLayoutEffect(() => {
    const isThere =
      gathering?.phase === shown && (gathering.item === undefined || isInSight(gathering.item));
    if (isThere) answerGathering(session, gathering.at);
  }, [session, gathering, shown]);

  if (!isAsked) return null;
  const go = () => {
    answerGathering(session, at);
    const { look, follow } = useLook.getState();
    if (gathering.phase === session.controlView.getState().phase) follow();
    else if (gathering.phase !== shown) look(gathering.phase);
    if (gathering.item) openCard(session, gathering.item);
  };
  const pill = (
    <Pill
      tone="sheet"
      icon={Megaphone}
      action={t`Go there`}
      onPress={go}
      place={isWide ? "corner" : "flow"}
    >
      {sentence}
    </Pill>
  );
  return (
    <div data-gathering className={isWide ? "contents" : "flex justify-center px-4 py-1.5"}>
      {pill}
    </div>
  );
}
