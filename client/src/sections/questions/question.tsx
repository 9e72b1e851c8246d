// One question with its answers: open, or answered in writing or aloud.
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, CircleQuestionMark, Copy, MessageCircleReply, Speech } from "lucide-react";
import { memo, useState } from "react";
import { setFields, type CardId, type CardOf } from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { RemovedRow } from "../../cards/removed-row.tsx";
import { RowMenu } from "../../cards/row-menu.tsx";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { Answer } from "./answer.tsx";
import { NewAnswer } from "./new-answer.tsx";
import { useCopyQuestion } from "./use-copy-question.ts";

interface QuestionProps {
  readonly id: CardId;
  readonly event: CardOf<"timeline">;
}

/** An item of the list of questions. */
export const Question = memo(function Question({ id, event }: QuestionProps) {
  const card = useBoard((board) => board.cards[id]);
  if (card?.section !== "questions") return null;
  return (
    <li data-card={id} className="group/row">
      {card.removedAt === undefined ? (
        <Words card={card} event={event} />
      ) : (
        <RemovedRow id={id}>
          <Trans>Question removed</Trans>
        </RemovedRow>
      )}
    </li>
  );
});

interface WordsProps extends Omit<QuestionProps, "id"> {
  readonly card: CardOf<"questions">;
}

function Words({ card, event }: WordsProps) {
  const { t } = useLingui();
  const { board } = useSession();
  const isOpen = useBoard(({ questions }) => questions.open.includes(card.id));
  const answers = useBoard(({ questions }) => questions.answersTo[card.id]);
  const readOnly = useReadOnlySentence();
  const { copy, byHand } = useCopyQuestion(card, event);
  const [isAnswering, setAnswering] = useState(false);
  const { to, settled } = card.fields;
  const setSettled = (next: boolean) => setFields(board, card.id, "questions", { settled: next });
  return (
    <div className="flex items-start gap-2.5">
      <Icon of={isOpen ? CircleQuestionMark : Check} className="mt-[.22rem] shrink-0" />
      <div className="min-w-0 flex-1">
        <CardText card={card} label={t`Question`} className="type-note leading-[1.4]!" />
        <p className="text-s text-ink-2">
          {isOpen ? <Trans>open</Trans> : <Trans>answered</Trans>}
          {!answers && settled && (
            <>
              {" · "}
              <Trans>in the meeting</Trans>
            </>
          )}
          {to && (
            <>
              {" · "}
              <Trans>for {to}</Trans>
            </>
          )}
        </p>
        {answers && (
          <ul className="mt-1.5 grid gap-1.5 border-l-2 border-line pl-3">
            {answers.map((answer) => (
              <Answer key={answer} id={answer} />
            ))}
          </ul>
        )}
        {isAnswering ? (
          <NewAnswer question={card.id} onClose={() => setAnswering(false)} />
        ) : (
          <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-s">
            <TextButton disabledReason={readOnly} onPress={() => setAnswering(true)}>
              {answers ? <Trans>Add an answer</Trans> : <Trans>Answer</Trans>}
            </TextButton>
            <TextButton onPress={() => void copy()}>
              <Trans>Copy as a message</Trans>
            </TextButton>
          </div>
        )}
        {byHand !== undefined && (
          <p className="mt-2 font-mono text-s whitespace-pre-wrap [overflow-wrap:anywhere] select-all">
            {byHand}
          </p>
        )}
      </div>
      <RowMenu
        id={card.id}
        label={t`This question`}
        buttonLabel={t`More for: ${excerptOf(card)}`}
        remove={t`Remove question`}
        removed={t`Question removed.`}
        className="-mr-2"
      >
        <MenuItem icon={MessageCircleReply} onAction={() => setAnswering(true)}>
          {t`Answer in writing`}
        </MenuItem>
        {settled ? (
          <MenuItem icon={CircleQuestionMark} onAction={() => setSettled(false)}>
            {t`Not answered aloud after all`}
          </MenuItem>
        ) : (
          <MenuItem icon={Speech} onAction={() => setSettled(true)}>
            {t`Answered aloud in the meeting`}
          </MenuItem>
        )}
        <MenuItem icon={Copy} onAction={() => void copy()}>
          {t`Copy as a message`}
        </MenuItem>
      </RowMenu>
    </div>
  );
}
