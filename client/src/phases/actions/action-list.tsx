import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { CardId } from "@secondstory/shared";
import { useSectionCards } from "../../cards/use-section-cards.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlyReason } from "../../room/use-room.ts";
import { DraftComposer } from "../../sections/draft-composer.tsx";
import { NothingYet } from "../../ui/nothing-yet.tsx";
import { focusRow, RowList } from "../../ui/row-list.tsx";
import { ActionRow } from "./action-row.tsx";
import "./actions.css";

/** The actions, a row each, and where the next one begins. */
export function ActionList() {
  const { t } = useLingui();
  const word = useWords();
  const ids = useSectionCards("actions");
  const isReadOnly = useReadOnlyReason() !== undefined;
  // The focus of a row that moves elsewhere passes to its neighbour.
  const onGoing = useCallback(
    (id: CardId) => {
      const index = ids.indexOf(id);
      const next = ids[index + 1] ?? ids[index - 1];
      if (next) focusRow(next);
    },
    [ids],
  );
  return (
    <div className="action-list">
      {ids.length === 0 && isReadOnly && <NothingYet />}
      {ids.length > 0 && (
        <>
          <div aria-hidden className="action-head pb-1.5 text-s text-ink-2">
            <span className="col-start-2">{t`What we will do`}</span>
            <span>{t`Who sees to it`}</span>
            <span>{t`Due`}</span>
            <span>{t`Kind`}</span>
            <span>{t`Strength`}</span>
          </div>
          <RowList label={word("sections.actions.title")} className="action-rows">
            {ids.map((id) => (
              <li key={id}>
                <ActionRow id={id} onGoing={onGoing} />
              </li>
            ))}
          </RowList>
        </>
      )}
      {!isReadOnly && (
        <div className="mt-3">
          <DraftComposer
            section="actions"
            placeholder={t`An action, starting with a verb`}
            label={t`A new action`}
            shortcut="a"
          />
        </div>
      )}
    </div>
  );
}
