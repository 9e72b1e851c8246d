// A note of mine under my caret, while nobody else sees it.
import { draftText, type Draft } from "@secondstory/shared";
import { PrivateEditor, type CaretStart } from "../../editor/editor.tsx";
import { useSession } from "../../room/use-session.ts";

interface DraftFieldProps {
  readonly draft: Draft;
  readonly label: string;
  readonly placeholder?: string;
  readonly caret: CaretStart;
  readonly hint: string;
  /** Enter; by default that leaves it. */
  readonly onEnter?: () => void;
  /** By a key it goes back to where the note is read, by a press elsewhere it does not. */
  readonly onDone: (how: "key" | "press") => void;
}

/** A draft under my caret. */
export function DraftField({ draft, onEnter, onDone, ...props }: DraftFieldProps) {
  const { privateDoc } = useSession();
  const fragment = draftText(privateDoc, draft.id);
  if (!fragment) return null;
  const { caret, ...words } = props;
  return (
    <PrivateEditor
      {...words}
      fragment={fragment}
      text={draft.text}
      variant="line"
      autoFocus={caret}
      onEnter={onEnter ?? (() => onDone("key"))}
      onEscape={() => onDone("key")}
      onLeave={() => onDone("press")}
    />
  );
}
