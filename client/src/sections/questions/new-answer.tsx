// The field of a new answer. What stands in it is kept in the private document until Enter adds it.
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { addCard, rankAtEnd, type CardId } from "@secondstory/shared";
import { refusalSentence } from "../../room/refusals.ts";
import { useDraft } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { PrivateTextArea } from "../../sharing/private-text-area.tsx";
import { Button } from "../../ui/button.tsx";
import { answerFormKey } from "../../ui/form-keys.ts";
import { announce } from "../../ui/live-region.tsx";
import { showToast } from "../../ui/toast.tsx";

interface NewAnswerProps {
  readonly question: CardId;
  readonly onClose: () => void;
}

/** Answers a question. Others may answer at the same time: each answer is one of its own. */
export function NewAnswer({ question, onClose }: NewAnswerProps) {
  const { t } = useLingui();
  const session = useSession();
  const [text, setText] = useDraft(`answer.${question}`);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const add = () => {
    if (text.trim() === "") return field.current?.focus();
    const result = addCard(session.board, {
      id: session.newCardId(),
      section: "answers",
      rank: rankAtEnd(session.boardView.getState(), "answers", session.randomBit),
      at: session.now(),
      text: text.trim(),
      fields: { question },
    });
    if (!result.ok) return showToast({ text: refusalSentence(result.refusal.code) });
    setText("");
    announce(t`Answer added.`);
    onClose();
    return undefined;
  };
  return (
    // Listens to keys of the field inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t`New answer`}
      onKeyDown={(key) => answerFormKey(key, add, onClose)}
      className="mt-2 grid gap-2"
    >
      <PrivateTextArea
        label={t`Answer`}
        rows={1}
        value={text}
        onChange={setText}
        inputRef={field}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" look="ink" onPress={add}>
          <Trans>Add the answer</Trans>
        </Button>
        <Button size="small" look="quiet" onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </div>
  );
}
