// The editor of a card's text or of a text that belongs to no card, as everybody else uses it: it finds the text in the
// session, and waits for the editor proper without losing what is typed meanwhile. Beside it the editor of what only I see.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type * as Y from "yjs";
import {
  cardText,
  plainText,
  type CardId,
  type RichText,
  type SharedTextId,
} from "@secondstory/shared";
import { useBoard, useControl, useReadOnlyReason } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { NothingYet } from "../ui/nothing-yet.tsx";
import { appendText } from "./append-text.ts";
import { handOverCaret } from "./hand-over.ts";
import { LoadedEditor, useIsEditorLoaded } from "./load-editor.ts";
import { StaticText } from "./static-text.tsx";

/** What is edited. */
type EditorTarget =
  | { readonly kind: "text"; readonly id: SharedTextId }
  | { readonly kind: "card"; readonly id: CardId };

/** Where the caret comes up: an end of the text, or the place on the screen that was pressed. */
export type CaretStart = "start" | "end" | { readonly x: number; readonly y: number };

interface EditorProps extends FieldProps {
  readonly target: EditorTarget;
}

/** What every field for a text has. */
export interface FieldProps {
  /** What it is called for assistive technology. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** `line`: Enter calls `onEnter`, Shift+Enter breaks the line. `block`: paragraphs. `rich`: with a toolbar. */
  readonly variant: "line" | "block" | "rich";
  readonly autoFocus?: CaretStart | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly onEscape?: (() => void) | undefined;
  /** The focus went elsewhere on this page; another window does not count. */
  readonly onLeave?: (() => void) | undefined;
  /** What Enter does, or how much is enough; read out with the field. */
  readonly hint?: string | undefined;
}

/** Edits a text together with everybody else. Whoever may not write reads it. */
export function Editor({ target, ...props }: EditorProps) {
  const { board } = useSession();
  const fragment = target.kind === "text" ? board.texts[target.id] : cardText(board, target.id);
  const readOnly = useReadOnlyReason();
  const isBlank = useBoard(
    (state) => target.kind === "text" && plainText(state.texts[target.id]).trim() === "",
  );
  const isLoaded = useIsEditorLoaded();
  if (!fragment) return null;
  if (readOnly)
    return isBlank && readOnly !== "loading" ? <NothingYet /> : <CurrentText target={target} />;
  if (!isLoaded)
    return (
      <>
        <CurrentText target={target} />
        <Waiting fragment={fragment} targetId={target.id} {...props} />
      </>
    );
  return <LoadedEditor {...props} fragment={fragment} targetId={target.id} />;
}

interface PrivateEditorProps extends FieldProps {
  /** A text in this person's private document. */
  readonly fragment: Y.XmlFragment;
  /** What it says, to be shown until the editor is there. */
  readonly text: RichText;
}

/** Edits a text that only I see: nobody is told that I write, nor where, and undo is the field's own. */
export function PrivateEditor({ text, fragment, ...props }: PrivateEditorProps) {
  const language = useControl((control) => control.language);
  const isLoaded = useIsEditorLoaded();
  if (isLoaded) return <LoadedEditor {...props} fragment={fragment} targetId={null} />;
  return (
    <>
      {fragment.length > 0 && <StaticText text={text} lang={language} />}
      <Waiting fragment={fragment} targetId={null} {...props} />
    </>
  );
}

function CurrentText({ target }: { readonly target: EditorTarget }) {
  const language = useControl((control) => control.language);
  const text = useBoard((board) =>
    target.kind === "text" ? board.texts[target.id] : board.cards[target.id]?.text,
  );
  return <StaticText text={text ?? []} lang={language} />;
}

interface WaitingProps extends FieldProps {
  readonly fragment: Y.XmlFragment;
  readonly targetId: string | null;
}

/** Until the editor is there: a plain field after the text for what is typed already. Its words go into the text. */
function Waiting(props: WaitingProps) {
  const { targetId, fragment, label, placeholder, variant, autoFocus, hint } = props;
  const { onEnter, onEscape, onLeave } = props;
  const { setEditing } = useSession();
  const [words, setWords] = useState("");
  const latestWords = useRef(words);
  useLayoutEffect(() => {
    latestWords.current = words;
  }, [words]);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const mine = field.current;
    return () => {
      if (latestWords.current !== "") appendText(fragment, latestWords.current);
      if (mine !== null && mine === document.activeElement) handOverCaret(fragment);
    };
  }, [fragment]);
  useEffect(() => {
    if (autoFocus !== undefined) field.current?.focus();
  }, [autoFocus]);
  /** Enter and Escape are those of the editor: they act on a text that has the words. */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isEnter = event.key === "Enter" && variant === "line" && !event.shiftKey;
    const act = isEnter ? onEnter : event.key === "Escape" ? onEscape : undefined;
    if (event.nativeEvent.isComposing || (!isEnter && !act)) return;
    event.preventDefault();
    event.stopPropagation();
    if (words !== "") appendText(fragment, words);
    latestWords.current = "";
    setWords("");
    act?.();
  };
  return (
    <textarea
      onKeyDown={onKeyDown}
      ref={field}
      rows={1}
      aria-label={label}
      title={hint}
      placeholder={fragment.length === 0 ? placeholder : undefined}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onFocus={() => targetId !== null && setEditing(targetId)}
      onBlur={() => {
        if (targetId !== null) setEditing(null);
        onLeave?.();
      }}
      className="field-sizing-content block w-full resize-none rounded-sheet bg-transparent"
    />
  );
}
