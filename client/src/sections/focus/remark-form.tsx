// The line of whoever takes notes. N goes there; Enter adds what stands in it and is ready for the next. What is begun belongs
// to the item that was in focus then, also when the group has gone on.
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { addCard, rankAtEnd, readCardId, type CardId } from "@secondstory/shared";
import { refusalSentence } from "../../room/refusals.ts";
import { useBoard, useDraft } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { useCoveredText } from "../../screen/use-covered-text.ts";
import { useShortcut } from "../../screen/use-shortcut.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { announce } from "../../ui/live-region.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { showToast } from "../../ui/toast.tsx";
import { itemName } from "./event-name.ts";

/** Writes down what was said about an item. */
export function RemarkForm({ inFocus }: { readonly inFocus: CardId }) {
  const { t } = useLingui();
  const session = useSession();
  const { zone } = useTimeZone();
  const [text, setText] = useDraft("remark");
  const [begunAt, setBegunAt] = useDraft("remark.about");
  const [hasFocus, setHasFocus] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = text.trim() === "" ? undefined : readCardId(begunAt);
  const about = begun ?? inFocus;
  const elsewhere = useBoard(({ cards }) => (about === inFocus ? undefined : cards[about]));
  useShortcut("n", () => field.current?.focus());

  const write = (next: string) => {
    if (next.trim() === "") setBegunAt("");
    else if (text.trim() === "") setBegunAt(inFocus);
    setText(next);
  };
  const add = () => {
    if (text.trim() === "") return;
    const result = addCard(session.board, {
      id: session.newCardId(),
      section: "remarks",
      rank: rankAtEnd(session.boardView.getState(), "remarks", session.randomBit),
      at: session.now(),
      text: text.trim(),
      fields: { about },
    });
    if (!result.ok) {
      showToast({ text: refusalSentence(result.refusal.code) });
      return;
    }
    setText("");
    setBegunAt("");
    announce(t`Written down.`);
  };

  return (
    <div data-remark className="mt-2">
      <div className="flex items-start gap-2 rounded-sheet border-[1.5px] border-dashed border-you-line bg-you-wash px-3 py-2 focus-within:border-solid focus-within:border-you focus-within:bg-sheet">
        <textarea
          ref={field}
          rows={1}
          aria-label={t`What was just said?`}
          aria-keyshortcuts="N"
          enterKeyHint="done"
          {...useCoveredText(text, t`What was just said?`, hasFocus)}
          onFocus={() => setHasFocus(true)}
          onBlur={() => setHasFocus(false)}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
          className="field-sizing-content min-h-6 w-full resize-none bg-transparent type-note leading-[1.4]! outline-none placeholder:text-ink-3"
        />
        {!hasFocus && <Kbd className="mt-0.5">N</Kbd>}
      </div>
      <p className="mt-1 text-s text-you">
        {elsewhere ? (
          <>
            <Trans>Goes to {itemName(elsewhere, zone)}</Trans>{" "}
            <TextButton onPress={() => setBegunAt(inFocus)}>
              <Trans>To what is in focus now</Trans>
            </TextButton>
          </>
        ) : (
          <Trans>Enter adds it for everyone and takes the next.</Trans>
        )}
      </p>
    </div>
  );
}
