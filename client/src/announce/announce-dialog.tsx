// Date and announcement: a day soon after the incident, a text to paste, and a file for calendars. All of it is made in this
// browser, so it works without the server.
import { Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays, Copy } from "lucide-react";
import { useState } from "react";
import { plannedMinutes, reportFileName, word } from "@secondstory/shared";
import { boardAddress, boardLink } from "../room/board-link.ts";
import { useBoard, useControl, useReadOnlyReason, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useSecrets } from "../panels/use-secrets.ts";
import { closePanel, openPanel, usePanel } from "../screen/panels.ts";
import { SecretCover } from "../sharing/secret-cover.tsx";
import { longDateText, timeText, zoneText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { saveFile } from "../ui/save-file.ts";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { showToast } from "../ui/toast.tsx";
import { announcement } from "./announcement.ts";
import { calendarFile } from "./calendar-file.ts";
import { DateFields } from "./date-fields.tsx";

/** The dialog behind “Set a date” and “Announce it”. */
export function AnnounceDialog() {
  const { t } = useLingui();
  const isOpen = usePanel(({ open }) => open === "announce");
  const canWrite = useReadOnlyReason() === undefined;
  return (
    <Dialog isOpen={isOpen} onClose={closePanel} title={t`Date and announcement`}>
      {canWrite && <DateFields />}
      <Texts />
    </Dialog>
  );
}

function Texts() {
  const { t } = useLingui();
  const { boardId, now } = useSession();
  const { zone } = useTimeZone();
  const title = useControl((control) => control.title);
  const language = useControl((control) => control.language);
  const createdAt = useControl((control) => control.createdAt);
  const meetingAt = useBoard((board) => board.facts.meetingAt);
  const canLead = useRole() === "facilitator";
  const [use, setUse] = useState<"chat" | "mail">("chat");
  const [isByHand, setByHand] = useState(false);
  const secret = useSecrets().participant;
  const link = secret === undefined ? boardAddress(boardId) : boardLink(boardId, secret);
  const when =
    meetingAt === null
      ? undefined
      : `${longDateText(dateOf(meetingAt, zone), language)}, ${timeText(meetingAt, zone)} (${zoneText(zone)})`;
  const rest = useControl(({ plan }) => plan.rest);
  const minutes = useControl(({ plan, agenda }) => plannedMinutes(plan, agenda));
  const goesOnAt =
    rest?.kind === "second-date" ? word(language, `phases.${rest.phase}.title`) : undefined;
  const texts = announcement({ language, title, when, link, goesOnAt });

  const copy = async () => {
    const isCopied = await copyText(texts[use]);
    setByHand(!isCopied);
    if (isCopied) showToast({ text: t`Announcement copied.` });
  };
  const saveCalendar = (at: number) => {
    const { subject, invitation: description } = texts;
    const meeting = {
      board: boardId,
      subject,
      description,
      link,
      at,
      minutes,
      createdAt,
      now: now(),
    };
    saveFile(reportFileName(title, "ics"), calendarFile(meeting), "text/calendar;charset=utf-8");
  };
  return (
    <section aria-labelledby="announcement" className="mt-5 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="announcement" className="type-column">
          <Trans>Tell everyone</Trans>
        </h3>
        <SegmentedChoice
          label={t`Where the text goes`}
          options={[
            { id: "chat", label: t`Chat` },
            { id: "mail", label: t`Mail` },
          ]}
          value={use}
          onChange={setUse}
        />
      </div>
      <SecretCover className="mt-3 min-h-40">
        <p
          lang={language}
          className="mt-3 max-h-64 overflow-auto rounded-sheet border border-line bg-paper px-3 py-2.5 text-s leading-relaxed [overflow-wrap:anywhere] whitespace-pre-line select-all"
        >
          {texts[use]}
        </p>
      </SecretCover>
      {secret === undefined && (
        <p className="mt-2 text-s text-ink-2">
          <Trans>
            This browser does not know the link for participants, so the plain address stands there:
            it opens for whoever has joined already.
          </Trans>{" "}
          {canLead ? (
            <TextButton onPress={() => openPanel("invite")}>
              <Trans>Make another link</Trans>
            </TextButton>
          ) : (
            <Trans>Whoever invited you has the link.</Trans>
          )}
        </p>
      )}
      {isByHand && (
        <p role="alert" className="mt-2 text-s text-ink-2">
          <Trans>The browser does not let the board copy. Select the text and copy it.</Trans>
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="ink" onPress={() => void copy()}>
          <Icon of={Copy} /> <Trans>Copy text</Trans>
        </Button>
        <Button
          disabledReason={meetingAt === null ? t`There is no date yet.` : undefined}
          onPress={() => {
            if (meetingAt !== null) saveCalendar(meetingAt);
          }}
        >
          <Icon of={CalendarDays} /> <Trans>Calendar file</Trans>
        </Button>
        <Button look="quiet" onPress={closePanel}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </section>
  );
}
