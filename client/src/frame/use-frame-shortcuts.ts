// The keys of the frame. The parking list and the phases bring their own.
import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { useWords } from "../i18n/use-words.ts";
import { useControl } from "../room/use-room.ts";
import { isTyping } from "../screen/is-typing.ts";
import { useLook } from "../screen/look.ts";
import { openPanel } from "../screen/panels.ts";
import { setRoomView, toggleRoomView, useIsRoomView } from "../screen/sharing.ts";
import { areSingleKeysOn } from "../screen/single-keys.ts";
import { useShortcut } from "../screen/use-shortcut.ts";
import { useUndo } from "./use-undo.ts";

/** Listens; once on the board page, after its first paint. */
export function useFrameShortcuts(): void {
  const isRoomView = useIsRoomView();
  useShortcut("f", toggleRoomView);
  useShortcut("Escape", () => setRoomView(false), !isRoomView);
  useShortcut("i", () => openPanel("invite"));
  useShortcut("[Shift]+?", () => openPanel("shortcuts")); // Shift where the keyboard wants it
  useShortcut("[Shift]+/", () => openPanel("palette")); // Shift+7 on some keyboards
  usePaletteKey();
  useLookKeys();
  useUndoKeys();
}

/** Opens the palette from anywhere, also while somebody types; only a question that wants an answer stands before it. */
function usePaletteKey(): void {
  useEffect(
    () =>
      tinykeys(
        window,
        {
          "$mod+k": (event) => {
            if (event.defaultPrevented || document.querySelector("section[role=alertdialog]"))
              return;
            event.preventDefault();
            openPanel("palette");
          },
        },
        { ignore: ({ repeat, isComposing }) => repeat || isComposing },
      ),
    [],
  );
}

/** So long after G its letter may come. */
const chordMs = 1_000;

/**
 * G and then the letter of a phase looks at it; G twice goes to where the meeting is. After G a letter is not the key
 * that it is alone.
 */
function useLookKeys(): void {
  const word = useWords();
  const agenda = useControl((control) => control.agenda);
  const meeting = useControl(({ phase }) => phase);
  useEffect(() => {
    const { look, follow } = useLook.getState();
    const keys = new Map([["g", follow]]);
    for (const phase of agenda) {
      const letter = word(`phases.${phase}.letter`);
      keys.set(letter, () => (phase === meeting ? follow() : look(phase)));
    }
    let chordUntil = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const isOther = event.ctrlKey || event.metaKey || event.altKey || key.length > 1;
      const isElsewhere =
        !areSingleKeysOn() || isTyping() || document.querySelector("[role=dialog], [role=menu]");
      const isChord = event.timeStamp < chordUntil && !isOther && !isElsewhere;
      chordUntil =
        key === "g" && !isChord && !isOther && !isElsewhere ? event.timeStamp + chordMs : 0;
      const go = isChord ? keys.get(key) : undefined;
      if (!go) return;
      event.preventDefault();
      go();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [agenda, meeting, word]);
}

/** Undo and redo anywhere on the board. Editors answer to the same keys themselves, plain fields keep their own history. */
function useUndoKeys(): void {
  const { undo, redo } = useUndo();
  useEffect(() => {
    const step = (run: () => void) => (event: KeyboardEvent) => {
      if (isTyping() || event.defaultPrevented) return;
      event.preventDefault();
      run();
    };
    return tinykeys(window, {
      "$mod+z": step(undo),
      "$mod+Shift+Z": step(redo),
      "$mod+y": step(redo),
    });
  }, [undo, redo]);
}
