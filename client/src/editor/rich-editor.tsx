// The editor proper, loaded when somebody is about to write. One editor exists while one text is edited and goes, at once,
// when that ends: the next one must find the caret in awareness free.
import type { Editor } from "@tiptap/core";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import { invariant } from "@secondstory/shared";
import { useControl } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { createEditor } from "./create-editor.ts";
import type { CaretStart, FieldProps } from "./editor.tsx";
import { takesOverCaret } from "./hand-over.ts";
import { Toolbar } from "./toolbar.tsx";
import "./editor.css";
import "./rich-text.css";

export interface RichEditorProps extends FieldProps {
  readonly fragment: Y.XmlFragment;
  /** What the others are told that I write in; null for a text of mine alone, of which nobody is told. */
  readonly targetId: string | null;
}

/** Edits a fragment. */
export function RichEditor(props: RichEditorProps) {
  const { fragment, targetId, label, placeholder, variant, hint } = props;
  const session = useSession();
  const language = useControl((control) => control.language);
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const isReplacing = useRef(false);
  const hadFocus = useRef(false);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  /** Of a text of mine alone nobody hears anything: not even that I am nowhere else. */
  const tell = (target: string | null) => {
    if (targetId !== null) session.setEditing(target);
  };

  useLayoutEffect(() => {
    invariant(host.current, "the frame is drawn before its editor is made");
    session.undoManager.stopCapturing(); // each text that is edited is a step of its own
    const made = createEditor({
      host: host.current,
      session,
      fragment,
      isPrivate: latest.current.targetId === null,
      placeholder: placeholder ?? "",
      isRich: variant === "rich",
      onKeyDown: (event) => handleKey(event, latest.current),
    });
    setEditor(made);
    const goesOn = hadFocus.current || takesOverCaret(fragment);
    const start = latest.current.autoFocus ?? (goesOn ? "end" : undefined);
    if (start !== undefined) focusAt(made, start);
    return () => {
      isReplacing.current = true;
      hadFocus.current = made.view.hasFocus();
      if (hadFocus.current && latest.current.targetId !== null) session.setEditing(null);
      made.destroy();
      setEditor(undefined);
      isReplacing.current = false;
    };
  }, [session, fragment, placeholder, variant]);

  useEffect(() => {
    const text = editor?.view.dom;
    if (!text) return;
    text.setAttribute("role", "textbox");
    text.setAttribute("aria-label", label);
    text.setAttribute("aria-multiline", String(variant !== "line"));
    text.setAttribute("lang", language);
    text.setAttribute("spellcheck", "true");
    if (variant === "line") text.setAttribute("enterkeyhint", "done");
    if (hint === undefined) text.removeAttribute("aria-describedby");
    else text.setAttribute("aria-describedby", hintId);
  }, [editor, label, variant, language, hint, hintId]);

  const isElsewhere = (next: EventTarget | null) =>
    !(next instanceof Node && frame.current?.contains(next)) &&
    !frame.current?.contains(document.activeElement); // the window lost the focus, not the text

  const hintText = hint !== undefined && (
    <span
      id={hintId}
      className={variant === "rich" ? "type-small text-ink-2" : "mt-2 block type-small text-you"}
    >
      {hint}
    </span>
  );
  return (
    <div
      ref={frame}
      onFocus={() => tell(targetId)}
      onBlur={(event) => {
        if (isReplacing.current || !isElsewhere(event.relatedTarget)) return;
        tell(null);
        latest.current.onLeave?.();
      }}
    >
      {variant === "rich" && <Toolbar editor={editor}>{hintText}</Toolbar>}
      <div ref={host} />
      {variant !== "rich" && hintText}
    </div>
  );
}

function handleKey(event: KeyboardEvent, props: RichEditorProps): boolean {
  if (event.isComposing) return false;
  if (event.key === "Escape" && props.onEscape) {
    event.stopPropagation();
    props.onEscape();
    return true;
  }
  const isEnter = event.key === "Enter" && !event.shiftKey && !event.metaKey && !event.ctrlKey;
  if (!isEnter || props.variant !== "line") return false;
  props.onEnter?.();
  return true;
}

/** Puts the caret in, in the same task as the press that asked for it: phones open their keyboard for nothing else. */
function focusAt(editor: Editor, start: CaretStart): void {
  const { view } = editor;
  const pressed =
    typeof start === "object" ? view.posAtCoords({ left: start.x, top: start.y }) : null;
  editor.commands.setTextSelection(
    start === "start" ? 0 : (pressed?.pos ?? view.state.doc.content.size),
  );
  view.focus();
}
