// What was removed from the board, by anyone: nothing is deleted, and everything can be put back.
import { Trans, useLingui } from "@lingui/react/macro";
import { restoreCard, type CardId } from "@secondstory/shared";
import { askToErase } from "../erase/erasing.ts";
import { useEraseReason } from "../erase/use-erase-reason.ts";
import { useWords } from "../i18n/use-words.ts";
import { refusalSentence } from "../room/refusals.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closeSideList, useSideList } from "../screen/side-lists.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyQuestion } from "../ui/empty-question.tsx";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";
import { useEffect, useRef } from "react";

/** Once on the board page; `openRemoved` opens it. */
export function RemovedDialog() {
  const { t } = useLingui();
  const isOpen = useSideList(({ open }) => open === "removed");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closeSideList}
      title={t`Removed`}
      actions={
        <Button onPress={closeSideList}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <RemovedCards />
    </Dialog>
  );
}

function RemovedCards() {
  const { t } = useLingui();
  const { board } = useSession();
  const ids = useBoard((state) => state.removed);
  const list = useRef<HTMLDivElement>(null);
  const isFocusLost = useRef(false);
  useEffect(() => {
    if (!isFocusLost.current) return;
    isFocusLost.current = false;
    (list.current?.querySelector("button") ?? list.current)?.focus();
  });
  const putBack = (id: CardId) => {
    const result = restoreCard(board, id);
    if (!result.ok) {
      showToast({ text: refusalSentence(result.refusal.code) });
      return;
    }
    isFocusLost.current = true;
    announce(t`Put back.`);
  };
  return (
    <div ref={list} tabIndex={-1} className="rounded-sheet">
      {ids.length === 0 ? (
        <EmptyQuestion>
          <Trans>Nothing has been removed.</Trans>
        </EmptyQuestion>
      ) : (
        <ul aria-label={t`Removed`}>
          {ids.map((id) => (
            <RemovedCard key={id} id={id} onPutBack={putBack} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RemovedCardProps {
  readonly id: CardId;
  readonly onPutBack: (id: CardId) => void;
}

function RemovedCard({ id, onPutBack }: RemovedCardProps) {
  const { t } = useLingui();
  const say = useWords();
  const readOnly = useReadOnlySentence();
  const eraseReason = useEraseReason(id);
  const card = useBoard((board) => board.cards[id]);
  if (!card) return null;
  return (
    <li className="flex items-start justify-between gap-3 border-t border-line py-2.5 last:border-b">
      <div className="min-w-0">
        <p className="type-note whitespace-pre-wrap">{card.plain || t`Evidence without words`}</p>
        <p className="mt-0.5 type-small text-ink-2">{say(`sections.${card.section}.title`)}</p>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1">
        <Button size="small" onPress={() => onPutBack(id)} disabledReason={readOnly}>
          <Trans>Put it back</Trans>
        </Button>
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            closeSideList();
            askToErase(id);
          }}
          disabledReason={eraseReason}
        >
          <Trans>Erase …</Trans>
        </Button>
      </div>
    </li>
  );
}
