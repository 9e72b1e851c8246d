// Where events are written: one line, time and words together, or many lines at once. What stands in it is kept in the
// private document, so neither a reload nor closing it loses a word. Enter adds it and is ready for the next.
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronDown, Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { useSession } from "../../room/use-session.ts";
import { useAboveKeyboard } from "../../screen/use-above-keyboard.ts";
import { PrivateTextArea } from "../../sharing/private-text-area.tsx";
import type { TimeContext } from "../../time/likely-moment.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { TurnedClock, WhenFields } from "../../time/when-fields.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { isTextField } from "../../ui/text-field.tsx";
import { addFacts } from "./add-facts.ts";
import { DraftProblemLine } from "./draft-problem.tsx";
import { KindGlyph } from "./event-glyph.tsx";
import { FactPreview } from "./fact-preview.tsx";
import { KindMenu } from "./kind-menu.tsx";
import { readDraft, toHand, toLine } from "./read-draft.ts";
import type { EventComposerState } from "./use-event-composer.ts";
import { useEventDraft } from "./use-event-draft.ts";

interface EventComposerProps {
  readonly composer: EventComposerState;
}

/** The form of new events. */
export function EventComposer({ composer }: EventComposerProps) {
  const { t } = useLingui();
  const word = useWords();
  const session = useSession();
  const { zone } = useTimeZone();
  const draft = useEventDraft();
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLTextAreaElement>(null);
  const timeField = useRef<HTMLInputElement>(null);
  const { start, close } = composer;
  const { byHand, put } = draft;
  useAboveKeyboard(form);

  const context: TimeContext = {
    zone,
    now: session.now(),
    events: momentsOf(session),
    after: start?.after,
  };
  const { facts, problem, hand } = readDraft(draft, context);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    if (start?.kind) put({ kind: start.kind });
    // Here the place says the day.
    if (start?.after !== undefined) put({ text: toLine(latest.current), byHand: undefined });
    (timeField.current ?? line.current)?.focus();
  }, [start, put]);

  const add = () => {
    setTried(true);
    // A time and Enter: on go the words.
    if (problem?.kind === "no-words" && facts[0]?.when) put({ text: `${draft.text.trimEnd()} ` });
    if (problem) return (problem.kind === "when" ? timeField : line).current?.focus();
    const kind = word(`kinds.${draft.kind}`);
    if (!addFacts(session, facts, draft.kind, { kind, zone })) return undefined;
    draft.clear();
    setTried(false);
    (timeField.current ?? line.current)?.focus();
    return undefined;
  };
  const setByHand = () => {
    put(toHand(draft, context));
    requestAnimationFrame(() => timeField.current?.focus());
  };
  const setByLine = () => {
    put({ text: toLine(draft), byHand: undefined });
    line.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !isTextField(event.target)) return;
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (isUndo && !event.shiftKey && event.target === line.current && draft.text === "")
      session.undoManager.undo(); // an empty field has nothing of its own to take back
    else if (event.key === "Escape") close();
    else if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    else if (event.target === timeField.current && draft.text.trim() === "" && hand?.ok)
      line.current?.focus();
    else add();
    event.preventDefault();
  };

  return (
    // Listens to keys of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={form}
      role="group"
      aria-label={t`New event`}
      data-event-composer
      className="my-2 scroll-my-4 rounded-sheet border-[1.5px] border-you bg-sheet px-4 pt-3 pb-3.5 max-half:-mx-2 max-half:px-3"
      onKeyDown={onKeyDown}
    >
      {byHand && hand && (
        <div className="mb-3">
          <WhenFields
            typed={byHand}
            read={hand}
            zone={zone}
            onChange={(next) => put({ byHand: next })}
            showsProblem={isTried}
            timeRef={timeField}
          />
          <TextButton onPress={setByLine} className="mt-1 text-s coarse:min-h-11">
            <Trans>Read the time from the line instead</Trans>
          </TextButton>
        </div>
      )}
      <PrivateTextArea
        label={t`What happened?`}
        rows={1}
        value={draft.text}
        onChange={(text) => put({ text })}
        inputRef={line}
        inputClassName="max-h-[40dvh] overflow-y-auto"
        enterKeyHint="done"
        {...(!byHand && { placeholder: t`23:50 the pager rings` })}
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-2">
        {!byHand && (
          <FactPreview facts={facts} zone={zone} now={context.now} onChange={setByHand} />
        )}
        <KindMenu
          kind={draft.kind}
          onChange={(kind) => put({ kind })}
          trigger={
            <Button
              look="line"
              size="small"
              className="justify-start! coarse:min-h-11"
              aria-label={t`Kind: ${word(`kinds.${draft.kind}`)}`}
            >
              <KindGlyph kind={draft.kind} />
              {word(`kinds.${draft.kind}`)}
              <Icon of={ChevronDown} className="text-ink-2" />
            </Button>
          }
        />
      </div>
      {!byHand && facts.length === 1 && (
        <TurnedClock
          note={facts[0]?.note}
          which={draft.which}
          onChoose={(which) => put({ which })}
        />
      )}
      <DraftProblemLine problem={problem} isTried={isTried} />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="ink" onPress={add}>
          <Icon of={Plus} />
          {facts.length > 1 ? t`Add ${facts.length} events` : t`Add event`}
        </Button>
        <Button look="quiet" onPress={close}>
          <Trans>Close</Trans>
        </Button>
        <span className="text-s text-you max-half:hidden">
          <Trans>
            Begin with a time: 23:50, ~2:15, now, yesterday 18:00. Enter adds it; only you see this
            until then.
          </Trans>
        </span>
      </div>
    </div>
  );
}

/** The moments of the events on the board, in order. */
const momentsOf = ({ boardView }: ReturnType<typeof useSession>): readonly number[] => {
  const { cards, order } = boardView.getState();
  return order.timeline.flatMap((id) => {
    const card = cards[id];
    return card?.section === "timeline" && card.fields.when ? [card.fields.when.at] : [];
  });
};
