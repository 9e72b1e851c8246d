import { Trans } from "@lingui/react/macro";
import { phases } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useBoard, useControl } from "../room/use-room.ts";

/** What is still open in this phase: a remark, never a lock. */
export function Remark({ isAlone }: { readonly isAlone: boolean }) {
  const word = useWords();
  const meeting = useControl(({ phase }) => phase);
  const open = useBoard((board) => phases.find(({ id }) => id === meeting)?.unfinished(board));
  const isFirst = meeting === "prepare" && isAlone;
  if (!isFirst && !open) return null;
  return (
    <span className="max-w-52 text-right text-s text-balance text-ink-2 max-[75rem]:hidden">
      {isFirst ? <Trans>You are the first one here.</Trans> : open && word(open)}
    </span>
  );
}
