// The text of a card, read until somebody presses it: then it is the editor, until Escape or a press elsewhere. What was
// typed is kept either way.
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Card, CardId } from "@secondstory/shared";
import { Editor, type CaretStart } from "../editor/editor.tsx";
import { StaticText } from "../editor/static-text.tsx";
import { useControl, useReadOnlyReason } from "../room/use-room.ts";
import { cx } from "../ui/cx.ts";
import { useEditing } from "./editing-card.ts";
import { excerptOf } from "./excerpt-of.ts";
import { cardFocus } from "./focus-card.ts";

interface CardTextProps {
  readonly card: Card;
  /** What kind of text it is: “Note”, “Event”. */
  readonly label: string;
  /** `line`: Enter leaves it. `block`: Enter makes a paragraph. */
  readonly variant?: "line" | "block";
  readonly placeholder?: string | undefined;
  /** Told when the editor opens. */
  readonly onEdit?: (() => void) | undefined;
  /** Told when the editor closes. */
  readonly onLeave?: (() => void) | undefined;
  /** Shown below while it is edited. */
  readonly hint?: string | undefined;
  /** False where the focus moves by arrows and this card is not the one that Tab stops at. */
  readonly isTabStop?: boolean;
  /** Keys and focus of the text while it is read. */
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** Shows a card's text and edits it in place. */
export function CardText(props: CardTextProps) {
  const { card, label, variant = "line", placeholder, hint, isTabStop = true, className } = props;
  const { t } = useLingui();
  const language = useControl((control) => control.language);
  const isReadOnly = useReadOnlyReason() !== undefined;
  const { caret, edit, leave } = useEditing(card.id);
  const isEditing = caret !== undefined && !isReadOnly;
  const opener = useRef<HTMLSpanElement>(null);
  const isLeavingByKey = useRef(false);
  useEffect(() => {
    if (isEditing || !isLeavingByKey.current) return;
    isLeavingByKey.current = false;
    opener.current?.focus();
  }, [isEditing]);
  useEffect(() => () => leaveUnlessDrawn(card.id, leave), [card.id, leave]);
  const close = () => {
    leave();
    props.onLeave?.();
  };
  const open = (at: CaretStart) => {
    edit(at);
    props.onEdit?.();
  };
  const closeByKey = () => {
    isLeavingByKey.current = true;
    close();
  };

  if (isEditing)
    return (
      <div className={className} data-editing={card.id}>
        <Editor
          target={{ kind: "card", id: card.id }}
          label={label}
          placeholder={placeholder}
          variant={variant}
          autoFocus={caret}
          onEnter={closeByKey}
          onEscape={closeByKey}
          onLeave={close}
          hint={hint}
        />
      </div>
    );
  const excerpt = excerptOf(card);
  return (
    <div className={cx("relative", className)}>
      {card.plain === "" && placeholder !== undefined ? (
        <p className="text-ink-3">{placeholder}</p>
      ) : (
        <StaticText text={card.text} lang={language} />
      )}
      {!isReadOnly && (
        // Not a button element: Firefox drags nothing that begins on one.
        <span
          ref={opener}
          role="button"
          {...cardFocus(card.id)}
          tabIndex={isTabStop ? 0 : -1}
          aria-label={excerpt === "" ? t`Edit: ${label}` : t`Edit: ${excerpt}`}
          onClick={({ clientX, clientY }) => open({ x: clientX, y: clientY })}
          onKeyDown={(event) => {
            props.onKeyDown?.(event);
            if (event.defaultPrevented || (event.key !== "Enter" && event.key !== " ")) return;
            event.preventDefault();
            open("end");
          }}
          onFocus={props.onFocus}
          className="absolute -inset-1 cursor-text rounded-sheet coarse:-inset-y-2.5"
        />
      )}
    </div>
  );
}

/** Somebody may have moved the card to another list, where its editor goes on; else it was left with its page. */
function leaveUnlessDrawn(id: CardId, leave: () => void): void {
  setTimeout(() => {
    if (!document.querySelector(`[data-editing="${CSS.escape(id)}"]`)) leave();
  });
}
