// How what the meeting did not get to goes on, for everyone: until when and by whom, or at which second date. It stays until
// it is done or taken back.
import { Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays, Copy } from "lucide-react";
import { Fragment } from "react";
import type { MeetingRequest, OpenPart, Rest } from "@secondstory/shared";
import { useLeadReason } from "../frame/use-lead-reason.ts";
import { useRequest } from "../frame/use-request.ts";
import { useLanguage, useWords } from "../i18n/use-words.ts";
import { useSecrets } from "../panels/use-secrets.ts";
import { boardAddress, boardLink } from "../room/board-link.ts";
import { useBoard, useControl, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useLook } from "../screen/look.ts";
import { openPanel } from "../screen/panels.ts";
import { dayText, longDateText, timeText } from "../time/time-text.ts";
import { useTimeZone } from "../time/use-time-zone.ts";
import { dateOf } from "../time/zoned.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Icon } from "../ui/icon.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { showToast } from "../ui/toast.tsx";
import { restText } from "./rest-text.ts";

/** A bar below the top bar; nothing while nothing waits. */
export default function RestBar() {
  const { t } = useLingui();
  const rest = useControl(({ plan }) => plan.rest);
  const isSealed = useControl(({ seal }) => seal !== undefined);
  if (!rest || isSealed) return null;
  return (
    <section
      aria-label={t`How the rest goes on`}
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-sheet px-(--page) py-2 text-s"
    >
      <Icon of={CalendarDays} className="text-ink-2" />
      {rest.kind === "by-day" ? <ByDay rest={rest} /> : <SecondDate rest={rest} />}
    </section>
  );
}

type RestOf<Kind extends Rest["kind"]> = Extract<Rest, { readonly kind: Kind }>;

function ByDay({ rest: { due, parts } }: { readonly rest: RestOf<"by-day"> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { boardId, now } = useSession();
  const { zone } = useTimeZone();
  const title = useControl((control) => control.title);
  const boardLanguage = useControl((control) => control.language);
  const secret = useSecrets().participant;
  const isPast = due < dateOf(now(), zone);
  const day = dayText(due, language);
  const copy = async () => {
    const text = restText({
      language: boardLanguage,
      title,
      day: longDateText(due, boardLanguage),
      parts,
      link: secret === undefined ? boardAddress(boardId) : boardLink(boardId, secret),
    });
    const isCopied = await copyText(text);
    showToast({ text: isCopied ? t`Copied.` : t`The browser does not let the board copy.` });
  };
  return (
    <>
      <p className="min-w-0 flex-1 basis-64 leading-relaxed">
        {isPast ? (
          <Trans>Was to be finished by {day}:</Trans>
        ) : (
          <Trans>To be finished by {day}:</Trans>
        )}{" "}
        {parts.map((part, index) => (
          <Fragment key={part.phase}>
            {index > 0 && " · "}
            <Part part={part} />
          </Fragment>
        ))}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => void copy()}>
          <Icon of={Copy} /> <Trans>Copy text</Trans>
        </Button>
        <Drop
          label={t`All of it is done`}
          said={t`What was open is done.`}
          back={{ type: "finishLater", due, parts: [...parts] }}
        />
      </span>
    </>
  );
}

function Part({ part: { phase, owner } }: { readonly part: OpenPart }) {
  const word = useWords();
  const meeting = useControl((control) => control.phase);
  const look = useLook((state) => state.look);
  const follow = useLook((state) => state.follow);
  return (
    <span>
      <TextButton onPress={() => (phase === meeting ? follow() : look(phase))}>
        {word(`phases.${phase}.title`)}
      </TextButton>{" "}
      {owner === null ? (
        <span className="border-b-[1.5px] border-dashed border-edge">
          <Trans>nobody yet</Trans>
        </span>
      ) : (
        <b className="font-semibold wrap-anywhere">{owner}</b>
      )}
    </span>
  );
}

function SecondDate({ rest: { phase } }: { readonly rest: RestOf<"second-date"> }) {
  const { t } = useLingui();
  const word = useWords();
  const language = useLanguage();
  const { zone } = useTimeZone();
  const request = useRequest();
  const reason = useLeadReason();
  const isFacilitator = useRole() === "facilitator";
  const meetingAt = useBoard(({ facts }) => facts.meetingAt);
  const title = word(`phases.${phase}.title`);
  const when =
    meetingAt === null
      ? undefined
      : `${dayText(dateOf(meetingAt, zone), language)}, ${timeText(meetingAt, zone)}`;
  return (
    <>
      <p className="min-w-0 flex-1 basis-64 leading-relaxed">
        {when === undefined ? (
          <Trans>We stopped at {title} and go on another time.</Trans>
        ) : (
          <Trans>
            We stopped at {title} and go on there: <b className="font-semibold">{when}</b>
          </Trans>
        )}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => openPanel("announce")}>
          <Trans>Text and calendar file</Trans>
        </Button>
        {isFacilitator && (
          <Button
            size="small"
            disabledReason={reason}
            onPress={() => void request({ type: "goOn" })}
          >
            <Trans>Go on now</Trans>
          </Button>
        )}
        <Drop
          label={t`Take it back`}
          said={t`The second date is taken back.`}
          back={{ type: "meetAgain", phase }}
        />
      </span>
    </>
  );
}

interface DropProps {
  readonly label: string;
  /** The sentence of the toast. */
  readonly said: string;
  /** Brings it back. */
  readonly back: Bare<"finishLater"> | Bare<"meetAgain">;
}

type Bare<Type extends MeetingRequest["type"]> = Extract<MeetingRequest, { readonly type: Type }>;

/** What ends it, for whoever leads. */
function Drop({ label, said, back }: DropProps) {
  const { t } = useLingui();
  const request = useRequest();
  const reason = useLeadReason();
  const isFacilitator = useRole() === "facilitator";
  if (!isFacilitator) return null;
  const drop = async () => {
    if (!(await request({ type: "dropRest" })).ok) return;
    showToast({
      text: said,
      action: { label: t`Undo`, onPress: () => void request(back) },
    });
  };
  return (
    <Button size="small" look="quiet" disabledReason={reason} onPress={() => void drop()}>
      {label}
    </Button>
  );
}
