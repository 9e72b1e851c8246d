// One event: time, rail, kind, words, evidence. Each part is changed where it stands.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import {
  CircleQuestionMark,
  ClockPlus,
  EyeOff,
  MessageSquareText,
  Paperclip,
  Timer,
} from "lucide-react";
import { memo, Suspense, useState } from "react";
import { isMarkKind, setFields, type CardId, type CardOf } from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { useEditing } from "../../cards/editing-card.ts";
import { useIsInFocus, useLeadsHere, usePutInFocus, useSeen } from "../../focus/use-focus.ts";
import { FoldedSlip } from "../../cards/folded-slip.tsx";
import { RemovedRow } from "../../cards/removed-row.tsx";
import { RowMenu } from "../../cards/row-menu.tsx";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { EvidenceChip } from "../../evidence/evidence-chip.tsx";
import { RowEvidence } from "../../evidence/row-evidence.tsx";
import { typesIn, useUntorn } from "../../focus/use-untorn.ts";
import { withBoardMessages } from "../../i18n/i18n.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { showQuestions, useShownQuestions } from "../../screen/shown-questions.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { cx } from "../../ui/cx.ts";
import { later } from "../../ui/later.ts";
import { MenuItem } from "../../ui/menu.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Row } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { FocusItems } from "../../focus/focus-items.tsx";
import { Star } from "../../focus/star.tsx";
import { QuestionCount } from "../questions/question-count.tsx";
import { KindGlyph } from "./event-glyph.tsx";
import type { Band } from "./event-rows.ts";
import { EventWhen, momentText } from "./event-when.tsx";
import { KindMenu } from "./kind-menu.tsx";
import { Rail } from "./rail.tsx";

const FocusBelow = later(() => withBoardMessages(import("../focus/focus-below.tsx")));
const EventQuestions = later(() => withBoardMessages(import("../questions/event-questions.tsx")));

interface EventRowProps {
  readonly id: CardId;
  readonly before: Band;
  readonly after: Band;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The page walks the events: whoever leads puts them in focus, and what belongs to the one in focus opens below it. */
  readonly isWalked?: boolean;
  /** Opens the composer below this event. */
  readonly onAddAfter: (id: CardId) => void;
}

/** A row of the list of events. It is drawn again when its own event or its piece of the rail changes. */
export const EventRow = memo(function EventRow({ id, ...props }: EventRowProps) {
  const card = useBoard((board) => board.cards[id]);
  if (card?.section !== "timeline") return null;
  if (card.removedAt === undefined && card.asideAt !== undefined)
    return <FoldedSlip id={id} className="event-inset" />;
  return card.removedAt === undefined ? (
    <Event card={card} {...props} />
  ) : (
    <RemovedRow id={id} className="event-inset">
      <Trans>Event removed</Trans>
    </RemovedRow>
  );
});

interface EventProps extends Omit<EventRowProps, "id"> {
  readonly card: CardOf<"timeline">;
}

function Event({ card, before, after, isFirst, isLast, isWalked = false, onAddAfter }: EventProps) {
  const { t } = useLingui();
  const word = useWords();
  const session = useSession();
  const { zone } = useTimeZone();
  const disabledReason = useReadOnlySentence();
  const { edit } = useEditing(card.id);
  const [isTimeOpen, setTimeOpen] = useState(false);
  const areQuestionsOpen = useShownQuestions(({ event }) => event === card.id);
  const [isEvidenceOpen, setEvidenceOpen] = useState(false);
  const isInFocus = useIsInFocus(card.id);
  const mark = useSeen(card.id);
  const isOpenBelow = useUntorn(isInFocus, (isOpen) => isOpen && typesIn(card.id));
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  const item = { id: card.id, cards: [card.id] };
  const { kind, when } = card.fields;
  const kindText = word(`kinds.${kind}`);
  const timeLabel = when ? momentText(when, zone) : t`no time yet`;
  const isMark = isMarkKind(kind) && kind !== "acknowledged";
  return (
    <Row
      id={card.id}
      label={`${timeLabel}, ${kindText}: ${card.plain}`}
      isCurrent={isInFocus}
      onSpace={isWalked && leads && reason === undefined ? () => put(item) : undefined}
      onEnter={disabledReason === undefined ? () => edit("end") : undefined}
      className={cx(
        "group/row event-row event-grid",
        isInFocus ? "event-in-focus" : "hover:bg-sheet",
      )}
    >
      <span className="event-time">
        <EventWhen
          card={card}
          isSeen={mark?.isSkipped === false}
          isOpen={isTimeOpen}
          onOpenChange={setTimeOpen}
        />
      </span>
      <Rail before={before} after={after} isFirst={isFirst} isLast={isLast}>
        <KindGlyph kind={kind} className="-mt-px block" />
      </Rail>
      <div className="event-text">
        <CardText
          card={card}
          label={t`Event`}
          isTabStop={false}
          hint={t`Enter or Esc keeps it, Shift + Enter breaks the line`}
          placeholder={t`What happened?`}
          className={cx("max-w-160 type-note leading-[1.45rem]!", isMark && "font-medium!")}
        />
        {isEvidenceOpen && <RowEvidence card={card} onClose={() => setEvidenceOpen(false)} />}
        {areQuestionsOpen && (
          <Suspense>
            <EventQuestions event={card} />
          </Suspense>
        )}
        {isWalked && isOpenBelow && (
          <Suspense>
            <FocusBelow event={card} />
          </Suspense>
        )}
      </div>
      <div className="event-sub">
        <span className="event-kind">
          <KindMenu
            kind={kind}
            onChange={(next) => setFields(session.board, card.id, "timeline", { kind: next })}
            trigger={
              <TextButton
                look="plain"
                disabledReason={disabledReason}
                aria-label={t`Change the kind: ${kindText}`}
                className={cx(
                  "text-s leading-[1.45rem]",
                  isMark ? "font-bold text-ink" : "font-medium text-ink-2",
                )}
              >
                {kindText}
              </TextButton>
            }
          />
          <Contested card={card} />
        </span>
        <span className="event-meta">
          {!isEvidenceOpen &&
            card.evidence.map((piece) => <EvidenceChip key={piece.id} piece={piece} />)}
          <QuestionCount event={card.id} />
          <RemarkCount event={card.id} />
          {mark?.isSkipped && (
            <span className="inline-flex items-center gap-[.35em] text-s text-ink-2">
              <Icon of={EyeOff} />
              <Trans>skipped</Trans>
            </span>
          )}
          <Star id={card.id} />
          <RowMenu
            id={card.id}
            label={t`This event`}
            buttonLabel={t`More for this event`}
            remove={t`Remove event`}
            removed={t`Event removed.`}
            className="event-more"
          >
            <FocusItems item={item} isWalked={isWalked} />
            <MenuItem
              icon={Timer}
              onAction={() => setTimeOpen(true)}
            >{t`Change the time`}</MenuItem>
            <MenuItem icon={Paperclip} onAction={() => setEvidenceOpen(true)}>
              {t`Evidence: a link or text`}
            </MenuItem>
            <MenuItem icon={CircleQuestionMark} onAction={() => showQuestions(card.id, true)}>
              {t`Ask a question`}
            </MenuItem>
            <MenuItem icon={ClockPlus} onAction={() => onAddAfter(card.id)}>
              {t`Add an event after this one`}
            </MenuItem>
          </RowMenu>
        </span>
      </div>
    </Row>
  );
}

/** How much was written down about it in the meeting; nothing where nobody did. */
function RemarkCount({ event }: { readonly event: CardId }) {
  const count = useBoard(({ remarks }) => remarks[event]?.length ?? 0);
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-[.3em] text-s text-ink-2">
      <Icon of={MessageSquareText} />
      <span aria-hidden>{count}</span>
      <span className="sr-only">
        <Plural value={count} one="# remark from the meeting" other="# remarks from the meeting" />
      </span>
    </span>
  );
}

/** Says that accounts differ, where more than one event claims to be the same mark. */
function Contested({ card }: { readonly card: CardOf<"timeline"> }) {
  const { kind, when } = card.fields;
  const others = useBoard((board) => {
    const mark = isMarkKind(kind) && when ? board.marks[kind] : undefined;
    return mark?.contestedBy.length ?? 0;
  });
  if (others === 0) return null;
  return (
    <span className="block text-s leading-[1.2] text-ink-2">
      <Plural value={others + 1} other="contested, # accounts" />
    </span>
  );
}
