// When the group meets, and how long after the incident that is; the way to set the date and to tell others.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { useLanguage } from "../i18n/use-words.ts";
import { useBoard, useReadOnlyReason } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { openPanel } from "../screen/panels.ts";
import { dayText, timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { AgendaButton } from "../agenda/agenda-button.tsx";
import { daysBetween } from "./meeting-date.ts";
import { useIncidentDay } from "./use-incident-day.ts";

/** Stands at the head of Prepare. */
export function MeetingLine() {
  const { t } = useLingui();
  const meetingAt = useBoard((board) => board.facts.meetingAt);
  const cannotWrite = useReadOnlyReason() !== undefined;
  return (
    <div className="mb-6 ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 max-laptop:ml-0">
      {meetingAt === null ? <Since /> : <Meeting at={meetingAt} />}
      <AgendaButton />
      <Button size="small" onPress={() => openPanel("announce")}>
        {meetingAt === null && !cannotWrite ? t`Set a date` : t`Announce it`}
      </Button>
    </div>
  );
}

function Meeting({ at }: { readonly at: number }) {
  const language = useLanguage();
  const { zone } = useTimeZone();
  const incident = useIncidentDay();
  const day = dateOf(at, zone);
  const days = incident === undefined ? -1 : daysBetween(incident, day);
  const when = `${dayText(day, language)}, ${timeText(at, zone)}`;
  return (
    <p className="flex items-center gap-1.5 text-s text-ink-2">
      <Icon of={CalendarDays} />
      <span>
        <Trans>Meeting {when}</Trans>
        {days >= 0 && (
          <>
            {" · "}
            <Plural value={days} _0="the same day" one="# day after" other="# days after" />
          </>
        )}
      </span>
    </p>
  );
}

/** Days since the incident, while there is no date. */
function Since() {
  const { now } = useSession();
  const { zone } = useTimeZone();
  const incident = useIncidentDay();
  const [today] = useState(() => dateOf(now(), zone));
  const days = incident === undefined ? -1 : daysBetween(incident, today);
  if (days < 0) return null;
  return (
    <p className="flex items-center gap-1.5 text-s text-ink-2">
      <Icon of={CalendarDays} />
      <Plural
        value={days}
        _0="The incident was today"
        one="# day since the incident"
        other="# days since the incident"
      />
    </p>
  );
}
