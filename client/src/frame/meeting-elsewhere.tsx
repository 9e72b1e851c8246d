import { useLingui } from "@lingui/react/macro";
import { ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { useLook } from "../screen/look.ts";
import { JoinPill, type JoinPillProps } from "../ui/join-pill.tsx";
import { useShownPhase } from "./use-follow-meeting.ts";

/** The pill for whoever looks elsewhere than the meeting: an offer that stays until it is taken, or closed with Esc. */
export function MeetingElsewhere({ place = "flow" }: Pick<JoinPillProps, "place">) {
  const { t } = useLingui();
  const word = useWords();
  const meeting = useControl(({ phase }) => phase);
  const shown = useShownPhase();
  const follow = useLook((state) => state.follow);
  const [closedAt, setClosedAt] = useState<string>();
  const isShown = shown !== meeting && closedAt !== meeting;

  useEffect(() => {
    if (!isShown) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) setClosedAt(meeting);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isShown, meeting]);

  if (!isShown) return null;
  const title = word(`phases.${meeting}.title`);
  return (
    <span data-elsewhere className="contents">
      <JoinPill action={t`Join`} actionIcon={ArrowRight} onPress={follow} place={place}>
        {t`Meeting is at ${title}`}
      </JoinPill>
    </span>
  );
}
