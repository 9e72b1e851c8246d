// One action: done or not, its words, who sees to it, until when, what it does and how strong it is.
import { Trans, useLingui } from "@lingui/react/macro";
import { Ban, Paperclip } from "lucide-react";
import { memo, useState } from "react";
import {
  actionTypes,
  setFields,
  strengths,
  type CardId,
  type CardOf,
  type FieldsOf,
} from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { useEditing } from "../../cards/editing-card.ts";
import { moveToSection } from "../../cards/move-note.ts";
import { RemovedRow } from "../../cards/removed-row.tsx";
import { RowMenu } from "../../cards/row-menu.tsx";
import { EvidenceChip } from "../../evidence/evidence-chip.tsx";
import { RowEvidence } from "../../evidence/row-evidence.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/cx.ts";
import { Storeys } from "../../ui/glyphs.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { Row } from "../../ui/row-list.tsx";
import { ActionDue } from "./action-due.tsx";
import { ActionOwner } from "./action-owner.tsx";
import { FieldMenu } from "./field-menu.tsx";

interface ActionRowProps {
  readonly id: CardId;
  /** It is about to leave the list. */
  readonly onGoing: (id: CardId) => void;
}

/** A row of the list of actions; on a phone a sheet. */
export const ActionRow = memo(function ActionRow({ id, onGoing }: ActionRowProps) {
  const card = useBoard((board) => board.cards[id]);
  if (card?.section !== "actions") return null;
  return card.removedAt === undefined ? (
    <Action card={card} onGoing={onGoing} />
  ) : (
    <RemovedRow id={id}>
      <Trans>Action removed</Trans>
    </RemovedRow>
  );
});

const filled = { weak: 1, intermediate: 2, strong: 3 } as const;

interface ActionProps extends Pick<ActionRowProps, "onGoing"> {
  readonly card: CardOf<"actions">;
}

function Action({ card, onGoing }: ActionProps) {
  const { t } = useLingui();
  const word = useWords();
  const session = useSession();
  const { edit } = useEditing(card.id);
  const disabledReason = useReadOnlySentence();
  const [isEvidenceOpen, setEvidenceOpen] = useState(false);
  const { done, type, strength } = card.fields;
  const excerpt = excerptOf(card);
  const put = (fields: Partial<FieldsOf<"actions">>) =>
    setFields(session.board, card.id, "actions", fields);
  return (
    <Row
      id={card.id}
      label={`${card.plain}, ${card.fields.owner ?? word("report.noOwner")}`}
      onEnter={disabledReason === undefined ? () => edit("end") : undefined}
      className="group/row action-row"
    >
      <Checkbox
        label={t`Done: ${excerpt}`}
        isSelected={done}
        onChange={(next) => put({ done: next })}
        disabledReason={disabledReason}
        className="coarse:-my-2"
      />
      <div className="action-words">
        <CardText
          card={card}
          label={t`Action`}
          isTabStop={false}
          className={cx(
            "type-note text-l! leading-[1.32]!",
            done ? "text-ink-2 line-through decoration-edge" : "font-medium!",
          )}
        />
        {card.evidence.length > 0 && !isEvidenceOpen && (
          <div className="mt-0.5 flex flex-wrap gap-x-3">
            {card.evidence.map((piece) => (
              <EvidenceChip key={piece.id} piece={piece} />
            ))}
          </div>
        )}
        {isEvidenceOpen && <RowEvidence card={card} onClose={() => setEvidenceOpen(false)} />}
      </div>
      <div className="action-facts">
        <ActionOwner card={card} />
        <ActionDue card={card} />
        <FieldMenu
          label={t`Kind of action`}
          choices={actionTypes.map((id) => ({ id, label: word(`actionTypes.${id}`) }))}
          value={type}
          unset={t`no kind`}
          onChange={(next) => put({ type: next })}
        />
        <FieldMenu
          label={t`Strength`}
          choices={strengths.map((id) => ({
            id,
            label: word(`strengths.${id}`),
            glyph: <Storeys filled={filled[id]} />,
          }))}
          value={strength}
          unset={t`no strength`}
          onChange={(next) => put({ strength: next })}
        />
      </div>
      <RowMenu
        id={card.id}
        label={t`This action`}
        buttonLabel={t`More for: ${excerpt}`}
        remove={t`Remove action`}
        removed={t`Action removed.`}
        className="action-more"
      >
        <MenuItem icon={Paperclip} onAction={() => setEvidenceOpen(true)}>
          {t`Links: ticket or other`}
        </MenuItem>
        <MenuItem
          icon={Ban}
          onAction={() => {
            onGoing(card.id);
            moveToSection(session, card.id, "declined", word("sections.declined.title"));
          }}
        >
          {t`We do not do this`}
        </MenuItem>
      </RowMenu>
    </Row>
  );
}
