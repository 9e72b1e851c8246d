// Where a new card begins that nobody sees before it is kept: what is typed stays with me, over a reload too. Enter adds it.
import { useLingui } from "@lingui/react/macro";
import { useEffect, useId, useRef, useState } from "react";
import { addCard, rankAtEnd, type FieldsOf, type SectionId } from "@secondstory/shared";
import { refusalSentence } from "../room/refusals.ts";
import { useDraft } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useCoveredText } from "../screen/use-covered-text.ts";
import { useShortcut } from "../screen/use-shortcut.ts";
import { cx } from "../ui/cx.ts";
import { Kbd, keysText } from "../ui/kbd.tsx";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toast.tsx";
import type { ComposerProps } from "./live-composer.tsx";

interface DraftComposerProps<Id extends SectionId> extends ComposerProps {
  readonly section: Id;
  /** What a new card has beside its text. */
  readonly fields?: Partial<FieldsOf<Id>> | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** The composer of a section whose cards appear when they are done. */
export function DraftComposer<Id extends SectionId>(props: DraftComposerProps<Id>) {
  const { section, placeholder, label, shortcut, isCompact = false, fields } = props;
  const { t } = useLingui();
  const session = useSession();
  const [text, setText] = useDraft(section);
  const [hasFocus, setHasFocus] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const isFirst = useRef(props.autoFocus === true);
  useEffect(() => {
    if (isFirst.current) field.current?.focus();
    isFirst.current = false;
  }, []);
  useShortcut(shortcut ?? "", () => field.current?.focus(), shortcut === undefined);

  const add = () => {
    if (text.trim() === "") return;
    const rank = rankAtEnd(session.boardView.getState(), section, session.randomBit);
    const result = addCard<Id>(session.board, {
      id: session.newCardId(),
      section,
      rank,
      at: session.now(),
      text: text.trim(),
      ...(fields && { fields }),
    });
    if (!result.ok) {
      showToast({ text: refusalSentence(result.refusal.code) });
      return;
    }
    setText("");
    announce(t`Added.`);
  };
  return (
    <div
      data-composer={section}
      className={cx(
        "focus-frame flex items-start gap-3 rounded-sheet border px-[.85rem] py-[.7rem] type-note",
        hasFocus ? "border-[1.5px] border-you bg-sheet" : "border-dashed border-edge",
        isCompact && "px-[.6rem]! py-[.45rem]! text-m!",
      )}
    >
      <div className="min-w-0 flex-1">
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          aria-describedby={hasFocus ? hintId : undefined}
          enterKeyHint="done"
          {...useCoveredText(text, placeholder, hasFocus)}
          onChange={(event) => setText(event.target.value)}
          onFocus={() => setHasFocus(true)}
          onBlur={() => setHasFocus(false)}
          onKeyDown={(event) => {
            // In a dialog it closes that; the words stay either way.
            if (event.key === "Escape" && !event.currentTarget.closest("[role=dialog]")) {
              event.stopPropagation();
              event.currentTarget.blur();
            }
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
          className="-my-1.5 field-sizing-content block w-full resize-none bg-transparent py-1.5 [overflow-wrap:anywhere] coarse:-my-3 coarse:py-3"
        />
        {hasFocus && (
          <p id={hintId} className="mt-1 type-small text-you">
            {t`Press Enter to add it, Shift + Enter for a new line`}
          </p>
        )}
      </div>
      {!hasFocus && shortcut !== undefined && <Kbd className="mt-1">{keysText(shortcut)}</Kbd>}
    </div>
  );
}
