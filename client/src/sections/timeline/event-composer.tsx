// Where a new event is written: time, day, kind and words. What stands in it is kept in the private document, so neither a
// reload nor closing it loses a word. Enter adds it and is ready for the next.
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronDown, Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { addCard, rankAtEnd } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { useSession } from "../../room/use-session.ts";
import { readWhen } from "../../time/read-when.ts";
import { timeText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { WhenFields } from "../../time/when-fields.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { announce } from "../../ui/live-region.tsx";
import { isTextField, TextArea } from "../../ui/text-field.tsx";
import { KindGlyph } from "./event-glyph.tsx";
import { KindMenu } from "./kind-menu.tsx";
import type { EventComposerState } from "./use-event-composer.ts";
import { useEventDraft } from "./use-event-draft.ts";

interface EventComposerProps {
  readonly composer: EventComposerState;
}

/** The form of a new event. */
export function EventComposer({ composer }: EventComposerProps) {
  const { t } = useLingui();
  const word = useWords();
  const session = useSession();
  const { zone } = useTimeZone();
  const draft = useEventDraft(zone);
  const [isTried, setTried] = useState(false);
  const timeField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const { start, close } = composer;
  const { put } = draft;

  useEffect(() => {
    if (start?.kind) put({ kind: start.kind });
    if (start?.date) put({ date: start.date });
    timeField.current?.focus();
  }, [start, put]);

  const read = readWhen(draft, zone, session.now());
  const add = () => {
    setTried(true);
    if (!read.ok) return timeField.current?.focus();
    if (draft.text.trim() === "") return textField.current?.focus();
    addCard(session.board, {
      id: session.newCardId(),
      section: "timeline",
      rank: rankAtEnd(session.boardView.getState(), "timeline", session.randomBit),
      at: session.now(),
      text: draft.text.trim(),
      fields: { when: read.moment, kind: draft.kind },
    });
    const kind = word(`kinds.${draft.kind}`);
    announce(
      read.moment
        ? t`Event added: ${timeText(read.moment.at, zone)}, ${kind}.`
        : t`Event without a time added: ${kind}.`,
    );
    draft.clear();
    setTried(false);
    timeField.current?.focus();
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !isTextField(event.target)) return;
    if (event.key === "Escape") close();
    else if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    else if (event.target === timeField.current && draft.text.trim() === "" && read.ok)
      textField.current?.focus();
    else add();
    event.preventDefault();
  };

  return (
    // Listens to keys of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t`New event`}
      data-event-composer
      className="my-2 rounded-sheet border-[1.5px] border-you bg-sheet px-4 pt-3 pb-4"
      onKeyDown={onKeyDown}
    >
      <WhenFields
        typed={draft}
        read={read}
        zone={zone}
        onChange={put}
        showsProblem={isTried}
        timeRef={timeField}
      />
      <div className="mt-3 flex flex-wrap items-end gap-x-3 gap-y-2">
        <KindMenu
          kind={draft.kind}
          onChange={(kind) => put({ kind })}
          trigger={
            <Button
              look="line"
              className="justify-start!"
              aria-label={t`Kind: ${word(`kinds.${draft.kind}`)}`}
            >
              <KindGlyph kind={draft.kind} />
              {word(`kinds.${draft.kind}`)}
              <Icon of={ChevronDown} className="text-ink-2" />
            </Button>
          }
        />
        <TextArea
          label={t`What happened?`}
          className="min-w-[min(100%,18rem)] flex-1"
          rows={1}
          value={draft.text}
          onChange={(text) => put({ text })}
          inputRef={textField}
        />
      </div>
      {isTried && read.ok && draft.text.trim() === "" && (
        <p role="alert" className="mt-1.5 text-s font-medium text-harm-ink">
          <Trans>A few words about what happened are missing.</Trans>
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="ink" onPress={add}>
          <Icon of={Plus} />
          <Trans>Add event</Trans>
        </Button>
        <Button look="quiet" onPress={close}>
          <Trans>Close</Trans>
        </Button>
        <span className="text-s text-you">
          <Trans>Enter adds it and begins the next. Only you see this until then.</Trans>
        </span>
      </div>
    </div>
  );
}
