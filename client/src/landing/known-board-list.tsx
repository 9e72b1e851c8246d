// The boards that this browser knows, so that the way back needs no link.
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { ForgetDialog } from "../forget/forget-dialog.tsx";
import { useWords } from "../i18n/use-words.ts";
import { knownBoards, subscribeToKnownBoards, type KnownBoard } from "../room/known-boards.ts";
import { restoreBoards } from "../room/restore-boards.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";

/** The list, the latest visit first; nothing where there are none. */
export function KnownBoardList() {
  const boards = useSyncExternalStore(subscribeToKnownBoards, knownBoards);
  const [forgetting, setForgetting] = useState<KnownBoard>();
  useEffect(() => {
    void restoreBoards();
  }, []);
  if (boards.length === 0) return null;
  return (
    <section aria-labelledby="known-boards" className="pt-8">
      <h2 id="known-boards" className="mb-1.5 type-over">
        <Trans>On this device</Trans>
      </h2>
      <ul className="border-b border-line">
        {boards.map((board) => (
          <KnownBoardRow key={board.id} board={board} onForget={() => setForgetting(board)} />
        ))}
      </ul>
      <ForgetDialog board={forgetting} onClose={() => setForgetting(undefined)} />
    </section>
  );
}

function KnownBoardRow({
  board,
  onForget,
}: {
  readonly board: KnownBoard;
  readonly onForget: () => void;
}) {
  const { t, i18n } = useLingui();
  const word = useWords();
  const title = board.title.trim() || word("board.untitled");
  const phase = word(`phases.${board.phase}.title`);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-t border-line text-s text-ink-2 max-half:py-1.5 half:grid-cols-[minmax(0,1fr)_9.5rem_13rem_auto]">
      <Link
        href={`/b/${board.id}`}
        look="plain"
        className={cx(
          "self-center py-1.5 font-story text-l leading-snug font-medium wrap-anywhere",
          board.title.trim() ? "text-ink" : "text-ink-3 italic",
        )}
      >
        {title}
      </Link>
      <span className="max-half:col-start-1">
        {i18n.date(new Date(board.lastVisitAt), { dateStyle: "long" })}
        <span className="half:hidden">
          {" · "}
          {phase}
        </span>
      </span>
      <span className="max-half:hidden">
        <Trans>meeting was at {phase}</Trans>
      </span>
      <Button
        look="quiet"
        size="icon"
        className="-mr-3 max-half:col-start-2 max-half:row-span-2 max-half:row-start-1"
        aria-label={t`Forget “${title}” on this device`}
        tooltip={t`Forget on this device`}
        onPress={onForget}
      >
        <Icon of={X} />
      </Button>
    </li>
  );
}
