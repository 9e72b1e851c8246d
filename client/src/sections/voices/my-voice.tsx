// My own card: written in private until Enter keeps it, then open to all. Passing is a full answer, and can be taken back.
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import {
  addCard,
  rankAtEnd,
  removeCard,
  restoreCard,
  setFields,
  type CardId,
  type CardOf,
} from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { editCard, useEditing } from "../../cards/editing-card.ts";
import { FoldedSlip } from "../../cards/folded-slip.tsx";
import { focusCard } from "../../cards/focus-card.ts";
import { refusalSentence, type RefusalCode } from "../../room/refusals.ts";
import { useDraft, useMe } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { useCoveredText } from "../../screen/use-covered-text.ts";
import { cx } from "../../ui/cx.ts";
import { TextButton } from "../../ui/text-button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { showToast } from "../../ui/toast.tsx";
import { emojiSize, isEmojiOnly, type VoiceSection } from "./voice-section.ts";

interface MyVoiceProps {
  readonly section: VoiceSection;
  readonly question: string;
  readonly card: CardOf<VoiceSection> | undefined;
  readonly size: string;
  /** The next ones are written in silence: there is no place here to begin one. */
  readonly isHidden: boolean;
}

/** What I say, or the place to say it. Whoever was at it when silence began still finds their words here. */
export function MyVoice(props: MyVoiceProps) {
  const { card, section, isHidden } = props;
  const [begun] = useDraft(section);
  const me = useMe();
  const name = me?.name ?? "";
  if (!card && isHidden && begun.trim() === "") return null;
  return (
    <div className="focus-frame -mt-px flex h-full min-h-36 flex-col gap-2 border-[1.5px] border-you bg-sheet px-4 py-[.9rem]">
      {card?.asideAt !== undefined ? (
        <div className="flex-1">
          <FoldedSlip id={card.id} look="row" />
        </div>
      ) : card ? (
        <Said {...props} card={card} />
      ) : (
        <ToSay {...props} />
      )}
      <p className="type-small font-medium! text-you">
        <Trans>{name}, you</Trans>
      </p>
    </div>
  );
}

function ToSay({ section, question, size, isHidden }: MyVoiceProps) {
  const { t } = useLingui();
  const session = useSession();
  const [text, setText] = useDraft(section);
  const [hasFocus, setHasFocus] = useState(false);
  const hintId = useId();
  const add = (what: {
    readonly text?: string;
    readonly fields?: { readonly passes: boolean };
  }) => {
    const id = session.newCardId();
    const rank = rankAtEnd(session.boardView.getState(), section, session.randomBit);
    const at = session.now();
    const result = addCard(session.board, { id, section, rank, at, by: session.me, ...what });
    if (!said(result, id)) return;
    setText("");
    announce(t`Everyone sees it.`);
  };
  return (
    <>
      <textarea
        data-my-voice
        rows={2}
        aria-label={question}
        aria-describedby={hintId}
        enterKeyHint="done"
        {...useCoveredText(text, t`In your own words`, hasFocus)}
        onChange={(event) => setText(event.target.value)}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (text.trim() !== "") add({ text: text.trim() });
        }}
        className={cx(
          "field-sizing-content w-full flex-1 resize-none bg-transparent type-note [overflow-wrap:anywhere]",
          size,
        )}
      />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 type-small">
        <span id={hintId} className={hasFocus || text !== "" ? "text-you" : "text-ink-3"}>
          <Trans>Enter shows it to everyone</Trans>
        </span>
        {!isHidden && (
          <TextButton className="ml-auto" onPress={() => add({ fields: { passes: true } })}>
            <Trans>I pass</Trans>
          </TextButton>
        )}
      </div>
    </>
  );
}

function Said({ section, card, size }: MyVoiceProps & { readonly card: CardOf<VoiceSection> }) {
  const { t } = useLingui();
  const session = useSession();
  const { caret } = useEditing(card.id);
  const speakAfterAll = () => {
    const result = setFields(session.board, card.id, section, { passes: false });
    if (result.ok) editCard(session, card.id);
    else said(result, card.id);
  };
  const takeBack = () => {
    if (!said(removeCard(session.board, card.id, session.now()), card.id)) return;
    showToast({
      text: t`Taken back.`,
      action: {
        label: t`Undo`,
        onPress: () => void said(restoreCard(session.board, card.id), card.id),
      },
    });
  };
  if (card.fields.passes)
    return (
      <>
        <p className={cx("flex-1 type-note text-ink-3 italic", size)}>
          {t`passes, and that is fine`}
        </p>
        <p className="type-small">
          <TextButton onPress={speakAfterAll}>
            <Trans>Say something after all</Trans>
          </TextButton>
        </p>
      </>
    );
  return (
    <>
      <CardText
        card={card}
        label={t`My words`}
        variant="line"
        placeholder={t`In your own words`}
        hint={t`Everyone sees it as you type. Press Enter when you are done.`}
        className={cx(
          "flex-1 type-note",
          isEmojiOnly(card.plain) && caret === undefined ? emojiSize : size,
        )}
      />
      {caret === undefined && (
        <p className="type-small">
          <TextButton onPress={takeBack}>
            <Trans>Take it back</Trans>
          </TextButton>
        </p>
      )}
    </>
  );
}

type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly code: RefusalCode } };

/** Whether it went through; the focus goes to what I said, or to where I can say it. */
function said(result: Outcome, id: CardId): boolean {
  if (result.ok)
    focusCard(id, () => document.querySelector<HTMLElement>("[data-my-voice]")?.focus());
  else showToast({ text: refusalSentence(result.refusal.code) });
  return result.ok;
}
