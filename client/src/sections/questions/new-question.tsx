// The field of a new question: its words, and whom it is put to. What stands in it is kept in the private document.
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { addCard, cleanName, rankAtEnd, type CardId } from "@secondstory/shared";
import { refusalSentence } from "../../room/refusals.ts";
import { useDraft } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { PrivateTextArea } from "../../sharing/private-text-area.tsx";
import { Button } from "../../ui/button.tsx";
import { answerFormKey } from "../../ui/form-keys.ts";
import { announce } from "../../ui/live-region.tsx";
import { showToast } from "../../ui/toast.tsx";
import { NameField } from "./name-field.tsx";

interface NewQuestionProps {
  readonly event: CardId;
  /** The question is on the event. */
  readonly onAdded: () => void;
  /** Nothing was asked; what was begun is kept. */
  readonly onClose: () => void;
}

/** Asks. Enter puts the question on the event. */
export function NewQuestion({ event, onAdded, onClose }: NewQuestionProps) {
  const { t } = useLingui();
  const session = useSession();
  const [text, setText] = useDraft(`question.${event}`);
  const [to, setTo] = useDraft(`question.${event}.to`);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const add = () => {
    setTried(true);
    if (text.trim() === "") return field.current?.focus();
    const result = addCard(session.board, {
      id: session.newCardId(),
      section: "questions",
      rank: rankAtEnd(session.boardView.getState(), "questions", session.randomBit),
      at: session.now(),
      text: text.trim(),
      fields: { about: event, to: cleanName(to) || null },
    });
    if (!result.ok) return showToast({ text: refusalSentence(result.refusal.code) });
    setText("");
    setTo("");
    announce(t`Question added.`);
    onAdded();
    return undefined;
  };

  return (
    // Listens to keys of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t`New question`}
      onKeyDown={(key) => answerFormKey(key, add, onClose)}
      className="mt-1 grid gap-2.5 not-first:mt-3 not-first:border-t not-first:border-line not-first:pt-3"
    >
      <PrivateTextArea
        label={t`What would you like to know?`}
        rows={1}
        value={text}
        onChange={setText}
        inputRef={field}
        error={
          isTried && text.trim() === "" ? t`Write the question first, in a few words.` : undefined
        }
      />
      <NameField
        label={t`Whom do you ask? Anyone, if it stays empty`}
        value={to}
        onChange={setTo}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" look="ink" onPress={add}>
          <Trans>Put the question</Trans>
        </Button>
        <Button size="small" look="quiet" onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </div>
  );
}
