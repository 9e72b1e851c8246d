// The form of a fact without a name. What stands in it is kept in the private document.
import { Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { keepNameless } from "@secondstory/shared";
import { useDraft } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { readWhen, type TypedWhen } from "../../time/read-when.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { WhenFields } from "../../time/when-fields.tsx";
import { dateOf } from "../../time/zoned.ts";
import { Button } from "../../ui/button.tsx";
import { answerFormKey } from "../../ui/form-keys.ts";
import { announce } from "../../ui/live-region.tsx";
import { TextArea } from "../../ui/text-field.tsx";

/** Says what is hidden and what is not, and lets the fact wait. */
export function NamelessForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const session = useSession();
  const { zone } = useTimeZone();
  const [text, setText] = useDraft("nameless.text");
  const [when, put, clearWhen] = useTypedWhen(zone, session.now());
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const timeField = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const read = readWhen(when, zone, session.now());

  const add = () => {
    setTried(true);
    if (text.trim() === "") return field.current?.focus();
    if (!read.ok) return timeField.current?.focus();
    keepNameless(session.privateDoc, {
      key: session.newCardId(),
      card: session.newCardId(),
      text: text.trim(),
      when: read.moment,
      kind: "observation",
      at: session.now(),
    });
    setText("");
    clearWhen();
    announce(t`It waits to be added without your name.`);
    onClose();
    return undefined;
  };

  return (
    // Listens to keys of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t`New fact without my name`}
      onKeyDown={(key) => answerFormKey(key, add, onClose)}
      className="rounded-sheet border-[1.5px] border-you bg-sheet px-4 pt-3 pb-4"
    >
      <dl className="mb-3 grid gap-1.5 text-s leading-normal">
        <div>
          <dt className="inline font-semibold">
            <Trans>What is hidden:</Trans>
          </dt>{" "}
          <dd className="inline">
            <Trans>
              your name, and when you wrote it. The server puts the fact on the timeline itself,
              together with facts of others, or alone after a while.
            </Trans>
          </dd>
        </div>
        <div>
          <dt className="inline font-semibold">
            <Trans>What is not:</Trans>
          </dt>{" "}
          <dd className="inline">
            <Trans>
              your words. Somebody may recognise them, or know that only you can know this. Whoever
              runs the server can read it while it waits and see whose it is. If you change it on
              the board later, that is not hidden.
            </Trans>
          </dd>
        </div>
      </dl>
      <TextArea
        label={t`What happened?`}
        rows={1}
        value={text}
        maxLength={maxLength}
        onChange={setText}
        inputRef={field}
        error={
          isTried && text.trim() === ""
            ? t`A few words about what happened are missing.`
            : undefined
        }
        className="mb-3"
      />
      <WhenFields
        typed={when}
        read={read}
        zone={zone}
        onChange={put}
        showsProblem={isTried}
        timeRef={timeField}
      />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button look="ink" onPress={add}>
          <Trans>Add without my name</Trans>
        </Button>
        <Button look="quiet" onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </div>
  );
}

/** The longest text of an event. */
const maxLength = 10_000;

/** What is typed as the time, kept field by field. */
function useTypedWhen(
  zone: string,
  now: number,
): readonly [TypedWhen, (change: Partial<TypedWhen>) => void, () => void] {
  const [date, setDate] = useDraft("nameless.date");
  const [time, setTime] = useDraft("nameless.time");
  const [approx, setApprox] = useDraft("nameless.approx");
  const [which, setWhich] = useState<TypedWhen["which"]>("earlier");
  const put = useCallback(
    (change: Partial<TypedWhen>) => {
      if (change.date !== undefined) setDate(change.date);
      if (change.time !== undefined) setTime(change.time);
      if (change.approx !== undefined) setApprox(change.approx ? "yes" : "");
      if (change.which !== undefined) setWhich(change.which);
    },
    [setDate, setTime, setApprox],
  );
  const clear = useCallback(
    () => put({ date: "", time: "", approx: false, which: "earlier" }),
    [put],
  );
  const typed = { date: date || dateOf(now, zone), time, approx: approx === "yes", which };
  return [typed, put, clear];
}
